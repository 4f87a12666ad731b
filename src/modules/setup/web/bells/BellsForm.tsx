import { useState } from 'preact/hooks';
import { bellFaults } from '#modules/organisation/bells/rules.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { useDraft } from '#web/staff/use-draft.ts';
import { Field, Select } from '#web/ui/Field.tsx';
import { SaveBar } from '#web/ui/staff/SaveBar.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { BellsDraft } from '#modules/organisation/bells/contract.ts';
import { setUpWords } from '../words.ts';
import { BellRows } from './BellRows.tsx';
import './bells.css';

type Props = {
  readonly schoolId: number;
  readonly id: string;
  /** 0 = not saved yet. */
  readonly version: number;
  readonly standing: BellsDraft;
  readonly mayWrite: boolean;
  readonly saved: () => void;
  /** Takes a schedule away that was never saved. */
  readonly drop: (() => void) | null;
};

/** One schedule of bells. */
export function BellsForm({ schoolId, id, version, standing, mayWrite, saved, drop }: Props) {
  const { bells: words } = useWords(setUpWords);
  const problemText = useProblemText();
  const form = useDraft(standing, version);
  const { draft, set } = form;
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const missing = draft.bells.findIndex(({ starts, ends }) => starts === '' || ends === '');
  const [fault] = bellFaults(draft.bells);
  const wrong =
    missing !== -1
      ? { at: missing, text: words.timeMissing }
      : fault === undefined
        ? null
        : { at: fault.at, text: words.faults[fault.code] ?? fault.code };
  const isNamed = draft.name.trim() !== '';

  const write = async (bells: BellsDraft, from: number, undo: BellsDraft | null) => {
    setSending(true);
    setRefusal(null);
    try {
      const reply = await call('PUT /api/schools/{schoolId}/bell-schedules/{scheduleId}', {
        params: { schoolId, scheduleId: id },
        body: { version: from, ...bells },
      });
      const { lessonsMoved, version: now } = reply;
      showToast(
        lessonsMoved === 0 ? words.saved : words.savedWithLessons(lessonsMoved),
        undo === null
          ? null
          : () => {
              write(undo, now, null).catch(() => undefined);
            },
      );
      saved();
    } catch (error) {
      setRefusal(problemText(error));
    } finally {
      setSending(false);
    }
  };

  return (
    <section class="card bells" aria-labelledby={`bells-${id}`}>
      <div class="card__head">
        <h2 id={`bells-${id}`}>{draft.name || words.addTitle}</h2>
        <span class="tag">
          {words.shiftOf(draft.shift)} · {draft.isUsual ? words.usualTag : words.specialTag}
        </span>
      </div>
      <fieldset class="bells__form" disabled={!mayWrite}>
        <div class="fields">
          <Field
            id={`name-${id}`}
            label={words.name}
            maxLength={80}
            value={draft.name}
            error={isNamed || !form.isTouched ? null : words.nameMissing}
            onInput={(event) => set({ name: event.currentTarget.value })}
          />
          <Select
            id={`shift-${id}`}
            label={words.shift}
            value={String(draft.shift)}
            onChange={(event) => set({ shift: Number(event.currentTarget.value) })}
          >
            {[1, 2, 3].map((shift) => (
              <option key={shift} value={shift}>
                {words.shiftOf(shift)}
              </option>
            ))}
          </Select>
        </div>
        <label class="tick">
          <input
            type="checkbox"
            checked={draft.isUsual}
            onChange={(event) => set({ isUsual: event.currentTarget.checked })}
          />
          <span>
            {words.usual} <span class="quiet">{words.usualHint}</span>
          </span>
        </label>
        <BellRows
          id={id}
          bells={draft.bells}
          wrong={wrong}
          mayWrite={mayWrite}
          change={(bells) => set({ bells })}
        />
      </fieldset>
      <SaveBar
        isTouched={mayWrite && (form.isTouched || version === 0)}
        isSending={isSending}
        isOutdated={form.isOutdated}
        fault={refusal}
        effect={wrong?.text ?? (isNamed ? words.effect : words.nameMissing)}
        save={() => {
          if (wrong === null && isNamed)
            write(draft, form.version, version === 0 ? null : standing).catch(() => undefined);
          else document.querySelector<HTMLElement>('.bells [aria-invalid="true"]')?.focus();
        }}
        reset={drop ?? form.reset}
      />
    </section>
  );
}

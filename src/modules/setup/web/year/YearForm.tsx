import { useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { newId } from '#web/new-id.ts';
import { useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { useDraft } from '#web/staff/use-draft.ts';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { SaveBar } from '#web/ui/staff/SaveBar.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { YearDraft } from '#modules/organisation/years/contract.ts';
import { proposedYear } from '#modules/organisation/years/rules.ts';
import { setUpWords } from '../words.ts';
import { Breaks } from './Breaks.tsx';
import { Schemes } from './Schemes.tsx';
import { faultsOf, kept } from './year-faults.ts';
import './year.css';

type Props = {
  readonly schoolId: number;
  readonly yearId: string;
  /** 0 = not saved yet. */
  readonly version: number;
  readonly standing: YearDraft;
  readonly mayWrite: boolean;
  readonly saved: () => void;
};

/** A year filled in by hand; faults stand beside what they concern as it is typed. */
export function YearForm({ schoolId, yearId, version, standing, mayWrite, saved }: Props) {
  const { year: words } = useWords(setUpWords);
  const problemText = useProblemText();
  const form = useDraft(standing, version);
  const { draft, set } = form;
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const faults = faultsOf(draft, words);
  const count = faults.size;

  /** `undo` = what stood before; null when this is the taking back itself. */
  const write = async (year: YearDraft, from: number, undo: YearDraft | null) => {
    setSending(true);
    setRefusal(null);
    try {
      const reply = await call('PUT /api/schools/{schoolId}/years/{yearId}', {
        params: { schoolId, yearId },
        body: { version: from, ...kept(year) },
      });
      showToast(
        words.savedWithLessons({
          gone: reply.lessonsGone,
          back: reply.lessonsBack,
          off: reply.lessonsOff,
        }),
        undo === null
          ? null
          : () => {
              write(undo, reply.version, null).catch(() => undefined);
            },
      );
      saved();
    } catch (error) {
      setRefusal(problemText(error));
    } finally {
      setSending(false);
    }
  };
  const save = () => {
    if (count > 0) {
      document.querySelector<HTMLElement>('.set-up [aria-invalid="true"]')?.focus();
      return;
    }
    write(draft, form.version, version === 0 ? null : standing).catch(() => undefined);
  };

  return (
    <>
      <fieldset class="year-form" disabled={!mayWrite}>
        <section class="card" aria-labelledby="year-days">
          <div class="card__head">
            <h2 id="year-days">{words.days}</h2>
            {mayWrite ? (
              <Button kind="quiet" title={words.recommendedHint} onClick={() => set(recommended(draft))}>
                {words.recommended}
              </Button>
            ) : null}
          </div>
          <div class="fields">
            <Field
              id="year-from"
              type="date"
              label={words.from}
              value={draft.startDate}
              error={faults.get('year') ?? null}
              onInput={(event) => set({ startDate: event.currentTarget.value })}
            />
            <Field
              id="year-to"
              type="date"
              label={words.to}
              value={draft.endDate}
              onInput={(event) => set({ endDate: event.currentTarget.value })}
            />
          </div>
        </section>
        <Schemes draft={draft} faults={faults} mayWrite={mayWrite} set={set} />
        <Breaks draft={draft} faults={faults} mayWrite={mayWrite} set={set} />
      </fieldset>
      <SaveBar
        isTouched={mayWrite && (form.isTouched || version === 0)}
        isSending={isSending}
        isOutdated={form.isOutdated}
        fault={refusal}
        effect={count > 0 ? words.fixFirst(count) : words.effect}
        save={save}
        reset={form.reset}
      />
    </>
  );
}

/** The ministry's year in the place of this one; schemes of the same kind stay the same schemes. */
function recommended(draft: YearDraft): YearDraft {
  const year = proposedYear(Number(draft.startDate.slice(0, 4)) || new Date().getFullYear(), newId);
  return {
    ...year,
    schemes: year.schemes.map((scheme) => ({
      ...scheme,
      id: draft.schemes.find(({ kind }) => kind === scheme.kind)?.id ?? scheme.id,
    })),
  };
}

import { useState } from 'preact/hooks';
import { shortName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { newId } from '#web/new-id.ts';
import { useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { Button } from '#web/ui/Button.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { ClassList } from '../../classes/contract.ts';
import { officeWords } from '../words.ts';

type Props = {
  readonly schoolId: number;
  readonly list: ClassList;
  /** Null = a class to open. */
  readonly line: ClassList['classes'][number] | null;
  readonly reread: () => void;
  readonly close: () => void;
};

const shifts = [1, 2, 3];
const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** A class opened by hand, or another homeroom teacher and shift for one that stands. */
export function ClassSheet({ schoolId, list, line, reread, close }: Props) {
  const { classForm: words, form } = useWords(officeWords);
  const problemText = useProblemText();
  const leader = line?.homeroom[0]?.id ?? '';
  const [draft, setDraft] = useState({
    grade: String(list.classes.at(-1)?.grade ?? 1),
    letter: '',
    shift: String(line?.shift ?? 1),
    staffId: leader,
    from: list.today,
  });
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [key, setKey] = useState(newId);
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const { reply: staff } = useRead({ schoolId, key: 'staff', follows: [] }, (signal) =>
    call('GET /api/schools/{schoolId}/people', {
      params: { schoolId },
      query: { kind: 'staff', status: 'current', limit: 1000 },
      signal,
    }),
  );

  const write = () =>
    line === null
      ? call('POST /api/schools/{schoolId}/classes', {
          params: { schoolId },
          body: {
            grade: Number(draft.grade),
            letter: draft.letter.trim(),
            shift: Number(draft.shift),
            homeroomId: draft.staffId === '' ? null : draft.staffId,
          },
          idempotencyKey: key,
        })
      : call('PUT /api/schools/{schoolId}/classes/{classId}/homeroom', {
          params: { schoolId, classId: line.id },
          body: {
            shift: Number(draft.shift),
            staffId: draft.staffId === '' ? null : draft.staffId,
            startDate: draft.from,
            expected: leader === '' ? null : leader,
          },
        });
  const send = async () => {
    if (line !== null && draft.from === '') return;
    setSending(true);
    setFault(null);
    try {
      await write();
      showToast(line === null ? words.opened : words.changed);
      reread();
      close();
    } catch (error) {
      setSending(false);
      setKey(newId());
      setFault(problemText(error));
    }
  };

  return (
    <Sheet
      id="class"
      isOpen
      title={line === null ? words.open : className(line)}
      context={line === null ? (list.year?.name ?? null) : words.change}
      onClose={close}
      actions={
        <Button
          kind="primary"
          disabled={isSending}
          onClick={() => {
            send().catch(() => undefined);
          }}
        >
          {line === null ? words.open : form.save}
        </Button>
      }
    >
      <div class="sheet-form">
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        {line === null ? (
          <div class="fields">
            <Select
              id="class-grade"
              label={words.grade}
              value={draft.grade}
              onChange={(event) => set({ grade: event.currentTarget.value })}
            >
              {grades.map((grade) => (
                <option key={grade} value={grade}>
                  {grade}
                </option>
              ))}
            </Select>
            <Field
              id="class-letter"
              label={words.letter}
              hint={words.letterHint}
              maxLength={8}
              value={draft.letter}
              onInput={(event) =>
                set({ letter: event.currentTarget.value.replaceAll(/[^\p{L}\p{N}]/gu, '') })
              }
            />
          </div>
        ) : null}
        <Select
          id="class-shift"
          label={words.shift}
          value={draft.shift}
          onChange={(event) => set({ shift: event.currentTarget.value })}
        >
          {shifts.map((shift) => (
            <option key={shift} value={shift}>
              {words.shiftOf(shift)}
            </option>
          ))}
        </Select>
        <Select
          id="class-homeroom"
          label={words.homeroom}
          hint={staff === null ? words.waiting : null}
          disabled={staff === null}
          value={draft.staffId}
          onChange={(event) => set({ staffId: event.currentTarget.value })}
        >
          <option value="">{words.nobody}</option>
          {staff?.people.map((person) => (
            <option key={person.id} value={person.id} selected={person.id === draft.staffId}>
              {shortName(person)}
            </option>
          ))}
        </Select>
        {line !== null && draft.staffId !== leader ? (
          <Field
            id="class-from"
            type="date"
            label={words.from}
            value={draft.from}
            min={list.year?.startDate}
            max={list.year?.endDate}
            error={draft.from === '' ? form.required : null}
            onInput={(event) => set({ from: event.currentTarget.value })}
          />
        ) : null}
        <p class="quiet">
          {line === null ? words.effect : draft.staffId === leader ? null : words.newLeader}
        </p>
      </div>
    </Sheet>
  );
}

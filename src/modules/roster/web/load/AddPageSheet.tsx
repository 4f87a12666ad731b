import { useState } from 'preact/hooks';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { newId } from '#web/new-id.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { shortLabel } from '../movement/arrival.ts';
import { officeWords } from '../words.ts';
import { emptyPage, hoursTenths, type PageDraft } from './page-draft.ts';
import { TeacherChoice } from './TeacherChoice.tsx';
import type { LoadBook } from './views.ts';

type Props = {
  readonly schoolId: number;
  readonly book: LoadBook;
  /** The class the list shows. */
  readonly classId: string;
  readonly reread: () => void;
  readonly close: () => void;
  /** Shows the page that stands already. */
  readonly open: (pageId: string) => void;
};

/** A journal page more: a group and a subject, with the teacher or without one yet. */
export function AddPageSheet({ schoolId, book, classId, reread, close, open }: Props) {
  const { load: words, form, move } = useWords(officeWords);
  const formats = useFormats();
  const problemText = useProblemText();
  const { load } = book;
  const [draft, setDraft] = useState<PageDraft>(() => emptyPage(book, classId));
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [key, setKey] = useState(newId);
  const set = (change: Partial<PageDraft>) => setDraft({ ...draft, ...change });
  const groups = load.groups.filter(({ classIds }) => classIds.includes(draft.classId));
  const groupId = groups.some(({ id }) => id === draft.groupId) ? draft.groupId : (groups[0]?.id ?? '');
  const tenths = hoursTenths(draft.hours);
  const standing = load.pages.find((page) => page.groupId === groupId && page.subjectId === draft.subjectId);
  const isWhole =
    groupId !== '' &&
    draft.subjectId !== '' &&
    tenths !== null &&
    (draft.staffId === '' || draft.startDate !== '');
  const subjects = (kind: 'lesson' | 'extracurricular') => load.subjects.filter((one) => one.kind === kind);

  const send = async () => {
    setChecked(true);
    if (!isWhole || standing !== undefined) return;
    setSending(true);
    setFault(null);
    try {
      await call('POST /api/schools/{schoolId}/load/pages', {
        params: { schoolId },
        body: {
          groupId,
          subjectId: draft.subjectId,
          hoursTenths: tenths,
          teacher: draft.staffId === '' ? null : { staffId: draft.staffId, startDate: draft.startDate },
        },
        idempotencyKey: key,
      });
      showToast(words.added);
      reread();
      close();
    } catch (error) {
      setSending(false);
      setKey(newId());
      setFault(problemText(error));
      reread();
    }
  };

  return (
    <Sheet
      id="add-page"
      isOpen
      title={words.addTitle}
      context={load.year?.name ?? null}
      onClose={close}
      actions={
        <Button kind="primary" disabled={isSending || standing !== undefined} onClick={send}>
          {words.doAdd}
        </Button>
      }
    >
      <div class="sheet-form">
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        <div class="fields">
          <Select
            id="page-class"
            label={words.class}
            value={draft.classId}
            onChange={(event) => set({ classId: event.currentTarget.value })}
          >
            {load.classes.map((one) => (
              <option key={one.id} value={one.id}>
                {className(one)}
              </option>
            ))}
          </Select>
          <Select
            id="page-group"
            label={words.group}
            value={groupId}
            onChange={(event) => set({ groupId: event.currentTarget.value })}
          >
            {groups.map(({ id, kind, name }) => (
              <option key={id} value={id}>
                {kind === 'class' ? words.wholeClass : kind === 'subgroup' ? groupName(name) : name}
              </option>
            ))}
          </Select>
        </div>
        <Select
          id="page-subject"
          label={words.subject}
          value={draft.subjectId}
          error={isChecked && draft.subjectId === '' ? form.required : null}
          onChange={(event) => set({ subjectId: event.currentTarget.value })}
        >
          <option value="">{words.chooseSubject}</option>
          {(['lesson', 'extracurricular'] as const).map((kind) =>
            subjects(kind).length === 0 ? null : (
              <optgroup key={kind} label={words.subjectKinds[kind]}>
                {subjects(kind).map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ),
          )}
        </Select>
        {standing === undefined ? null : (
          <FaultNote
            action={
              <Button kind="quiet" onClick={() => open(standing.id)}>
                {words.openStanding}
              </Button>
            }
          >
            {words.stands}
          </FaultNote>
        )}
        <Field
          id="page-hours"
          label={words.hoursPerWeek}
          value={draft.hours}
          inputMode="decimal"
          maxLength={4}
          autoComplete="off"
          error={tenths === null && (isChecked || draft.hours !== '') ? words.hoursWrong : null}
          onInput={(event) => set({ hours: event.currentTarget.value })}
        />
        <TeacherChoice
          id="page-teacher"
          book={book}
          subjectId={draft.subjectId}
          from={draft.startDate}
          value={draft.staffId}
          choose={(staffId) => set({ staffId })}
          none={words.noTeacherYet}
        />
        {draft.staffId === '' ? null : (
          <Field
            id="page-from"
            type="date"
            label={words.from}
            value={draft.startDate}
            min={load.year?.startDate}
            max={load.year?.endDate}
            error={isChecked && draft.startDate === '' ? form.required : null}
            onInput={(event) => set({ startDate: event.currentTarget.value })}
          />
        )}
        <section class="preview" aria-labelledby="page-preview">
          <h3 id="page-preview">{move.preview}</h3>
          <p>
            {draft.staffId === '' ? words.opensAlone : words.opens(formats.day(draft.startDate || book.day))}
          </p>
          <p class="quiet">{words.lessonsLater}</p>
        </section>
      </div>
    </Sheet>
  );
}

/** «английский язык, 1-я подгруппа»: the class stands in the field beside. */
const groupName = (name: string) => name.split(', ').slice(1).join(', ') || shortLabel(name);

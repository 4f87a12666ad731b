import { useContext, useEffect, useState } from 'preact/hooks';
import { call, Problem } from '#web/api.ts';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { goToSignIn, isSessionOver } from '#web/staff/session.ts';
import { Button } from '#web/ui/Button.tsx';
import { Select } from '#web/ui/Field.tsx';
import type { LessonOptions } from '../../changes/contract.ts';
import { type ChangeKind, changeKinds, type ChangeReason } from '../../changes/rules.ts';
import type { StaffLesson } from '../../lessons/contract.ts';
import { Fault } from '../Fault.tsx';
import { timetableWords } from '../words.ts';
import { doAct, type WantedChange } from './act.ts';
import { ChangeFields, type Choice, noChoice } from './ChangeFields.tsx';
import { ReasonFields } from './ReasonFields.tsx';
import { Refused } from './Refused.tsx';

type ChangeFormProps = {
  readonly schoolId: number;
  readonly lesson: StaffLesson;
  readonly year: { readonly startDate: string; readonly endDate: string } | null;
  readonly onDone: () => void;
  readonly onShowNew: () => void;
};

/** Changes one lesson: what, to what, why. */
export function ChangeForm({ schoolId, lesson, year, onDone, onShowNew }: ChangeFormProps) {
  const words = useWords(timetableWords);
  const { language } = useContext(PageContext);
  const { options, fault, retry } = useOptions(schoolId, lesson.id);
  const [kind, setKind] = useState<ChangeKind>('substitution');
  const [choice, setChoice] = useState<Choice>({ ...noChoice, date: lesson.date, number: lesson.number });
  const [reasonCode, setReasonCode] = useState<ChangeReason>('ill');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  if (fault !== null) return <Fault fault={fault} retry={retry} />;
  if (options === null) return <div class="change-waiting" aria-busy="true" />;
  const change = wantedChange(kind, choice, lesson);
  const send = async (acceptsClashes: boolean) => {
    if (change === null) return;
    setSending(true);
    setProblem(null);
    try {
      await doAct(
        schoolId,
        {
          reasonCode,
          note: note.trim() === '' ? null : note,
          absence: null,
          changes: [change],
          acceptsClashes,
        },
        {
          done: words.done[kind],
          undone: words.undone,
          refused: (refusal) => problemText(language, refusal),
        },
      );
      onDone();
    } catch (error) {
      setSending(false);
      if (isSessionOver(error)) goToSignIn();
      else if (error instanceof Problem) setProblem(error);
      else throw error;
    }
  };
  return (
    <form
      class="change-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send(false);
      }}
    >
      <Select
        id="change-kind"
        label={words.act}
        value={kind}
        onChange={(event) => {
          setKind(changeKinds.find((one) => one === event.currentTarget.value) ?? 'substitution');
          setProblem(null);
        }}
      >
        {changeKinds
          .filter((one) => one !== 'merge' || options.partners.length > 0)
          .map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
      </Select>
      <ChangeFields kind={kind} options={options} choice={choice} year={year} onChoose={setChoice} />
      <ReasonFields {...{ reasonCode, note, setReasonCode, setNote }} />
      {problem ? <Refused problem={problem} onAnyway={() => void send(true)} onShowNew={onShowNew} /> : null}
      <Button type="submit" kind="primary" isWide disabled={change === null || isSending}>
        {words.confirm[kind]}
      </Button>
    </form>
  );
}

/** Null while something is still to be chosen. */
function wantedChange(
  kind: ChangeKind,
  { teacherId, pageId, roomId, withLessonId, date, number }: Choice,
  lesson: StaffLesson,
): WantedChange | null {
  const of = { lessonId: lesson.id, expected: lesson.version };
  if (kind === 'substitution') return teacherId === null ? null : { kind, ...of, teacherId };
  if (kind === 'replacement') return pageId === null ? null : { kind, ...of, pageId };
  if (kind === 'merge') return withLessonId === null ? null : { kind, ...of, withLessonId };
  if (kind === 'room') return roomId === undefined ? null : { kind, ...of, roomId };
  if (kind === 'cancellation') return { kind, ...of };
  const isElsewhere = date !== lesson.date || number !== lesson.number;
  return isElsewhere && date !== '' ? { kind, ...of, date, number } : null;
}

function useOptions(schoolId: number, lessonId: string) {
  const [options, setOptions] = useState<LessonOptions | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    setFault(null);
    call('GET /api/schools/{schoolId}/timetable/lessons/{lessonId}', {
      params: { schoolId, lessonId },
      signal: leaving.signal,
    }).then(setOptions, (error: unknown) => {
      if (leaving.signal.aborted) return;
      if (isSessionOver(error)) goToSignIn();
      else setFault(error);
    });
    return () => leaving.abort();
  }, [schoolId, lessonId, attempt]);
  return { options, fault, retry: () => setAttempt(attempt + 1) };
}

import { useContext, useMemo, useState } from 'preact/hooks';
import { call, Problem } from '#web/api.ts';
import { PageContext, useFormats, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { goToSignIn, isSessionOver } from '#web/staff/session.ts';
import { Button } from '#web/ui/Button.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import type { Cover } from '../../changes/contract.ts';
import { type ChangeReason, proposeCover } from '../../changes/rules.ts';
import { doAct, type WantedChange } from '../changes/act.ts';
import { Refused } from '../changes/Refused.tsx';
import { Fault } from '../Fault.tsx';
import { groupName } from '../names.ts';
import { useReading } from '../reading.ts';
import { timetableWords } from '../words.ts';
import { CoverRow } from './CoverRow.tsx';
import { type Decision, doubleBookings } from './cover-rules.ts';

type CoverFormProps = {
  readonly schoolId: number;
  readonly staff: string;
  readonly from: string;
  readonly to: string;
  readonly reasonCode: ChangeReason;
  readonly note: string;
  readonly onApplied: () => void;
};

/** The lessons of the absent teacher, each with the best free teacher proposed; applied as one act. */
export function CoverForm(props: CoverFormProps) {
  const { schoolId, staff, from, to } = props;
  const { shown, fault, reread } = useReading(schoolId, `${staff} ${from} ${to}`, (signal) =>
    call('GET /api/schools/{schoolId}/timetable/teachers/{staffId}/cover', {
      params: { schoolId, staffId: staff },
      query: { from, to },
      signal,
    }),
  );
  if (fault !== null && shown === null) return <Fault fault={fault} retry={reread} />;
  if (shown === null) return <div class="absence-waiting" aria-busy="true" />;
  return <Lessons {...props} cover={shown} reread={reread} />;
}

function Lessons(props: CoverFormProps & { cover: Cover; reread: () => void }) {
  const { schoolId, staff, from, to, reasonCode, note, cover, reread, onApplied } = props;
  const words = useWords(timetableWords);
  const formats = useFormats();
  const { language } = useContext(PageContext);
  const proposed = useMemo(
    () => proposeCover(cover.lessons.map(({ lesson, candidates }) => ({ ...lesson, candidates }))),
    [cover],
  );
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  const decisionOf = (lessonId: string): Decision =>
    decisions.get(lessonId) ?? proposed.get(lessonId) ?? 'open';
  const decided = cover.lessons.map(({ lesson }) => ({ lesson, decision: decisionOf(lesson.id) }));
  const doubles = doubleBookings(decided);
  const counts = {
    cancelled: decided.filter(({ decision }) => decision === 'cancel').length,
    open: decided.filter(({ decision }) => decision === 'open').length,
  };
  const nameOf = (lessonId: string) => {
    const found = cover.lessons.find(({ lesson }) => lesson.id === lessonId)?.lesson;
    if (!found) return null;
    return [formats.day(found.date), words.lesson(found.number), found.subject.name, groupName(found)].join(
      ', ',
    );
  };
  const send = async (acceptsClashes: boolean) => {
    setSending(true);
    setProblem(null);
    try {
      await doAct(
        schoolId,
        {
          reasonCode,
          note: note.trim() === '' ? null : note,
          absence: { staffId: staff, from, to },
          changes: decided.flatMap(({ lesson, decision }): WantedChange[] => {
            const of = { lessonId: lesson.id, expected: lesson.version };
            if (decision === 'open') return [];
            return decision === 'cancel'
              ? [{ kind: 'cancellation', ...of }]
              : [{ kind: 'substitution', ...of, teacherId: decision }];
          }),
          acceptsClashes,
        },
        { done: words.applied, undone: words.cameBack, refused: (refusal) => problemText(language, refusal) },
      );
      onApplied();
    } catch (error) {
      setSending(false);
      if (isSessionOver(error)) goToSignIn();
      else if (error instanceof Problem) setProblem(error);
      else throw error;
    }
  };
  return (
    <form
      class="cover"
      onSubmit={(event) => {
        event.preventDefault();
        void send(false);
      }}
    >
      {cover.lessons.length === 0 ? (
        <EmptyNote title={words.noLessons} text={words.noLessonsNext} />
      ) : (
        [...Map.groupBy(cover.lessons, ({ lesson }) => lesson.date)].map(([date, lessons]) => (
          <section key={date} class="cover__day" aria-labelledby={`cover-${date}`}>
            <h2 id={`cover-${date}`}>{formats.weekdayAndDay(date)}</h2>
            <ul>
              {lessons.map(({ lesson, candidates }) => (
                <CoverRow
                  key={lesson.id}
                  lesson={lesson}
                  candidates={candidates}
                  staff={cover.staff}
                  decision={decisionOf(lesson.id)}
                  alsoAt={doubles.get(lesson.id) ?? null}
                  onDecide={(decision) => setDecisions(new Map(decisions).set(lesson.id, decision))}
                />
              ))}
            </ul>
          </section>
        ))
      )}
      {problem ? (
        <Refused problem={problem} lessonName={nameOf} onAnyway={() => void send(true)} onShowNew={reread} />
      ) : null}
      <footer class="cover__apply">
        <p role="status">
          {words.summary(decided.length - counts.cancelled - counts.open, counts.cancelled, counts.open)}
        </p>
        <Button type="submit" kind="primary" disabled={isSending}>
          {words.apply}
        </Button>
      </footer>
    </form>
  );
}

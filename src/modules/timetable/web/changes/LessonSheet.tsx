import { useContext } from 'preact/hooks';
import { fullName, shortName } from '#modules/roster/person/rules.ts';
import type { Problem } from '#web/api.ts';
import { PageContext, useFormats, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { useSession } from '#web/staff/session.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { ChangeTag } from '#web/ui/ChangeTag.tsx';
import { FactList, Sheet } from '#web/ui/Sheet.tsx';
import type { StaffLesson, StandingChange } from '../../lessons/contract.ts';
import { changeNote, groupName } from '../names.ts';
import { mayChange, ownPerson } from '../rights.ts';
import { timetableWords } from '../words.ts';
import { undoAct } from './act.ts';
import { ChangeForm } from './ChangeForm.tsx';
import './changes.css';

type LessonSheetProps = {
  readonly schoolId: number;
  readonly lesson: StaffLesson;
  readonly year: { readonly startDate: string; readonly endDate: string } | null;
  readonly onClose: () => void;
  /** Something was changed from here. */
  readonly onDone: () => void;
};

/** One lesson: what stands there, what changed, and for who may, what can be changed. */
export function LessonSheet({ schoolId, lesson, year, onClose, onDone }: LessonSheetProps) {
  const words = useWords(timetableWords);
  const formats = useFormats();
  const session = useSession();
  const may = mayChange(session, schoolId);
  const isOwn = lesson.teacher?.id === ownPerson(session, schoolId)?.personId;
  const times =
    lesson.starts !== null && lesson.ends !== null ? formats.times(lesson.starts, lesson.ends) : null;
  const context = [formats.weekdayAndDay(lesson.date), words.lesson(lesson.number), times].filter(Boolean);
  const teacher = lesson.teacher ? fullName(lesson.teacher) : words.noTeacher;
  return (
    <Sheet
      id="lesson"
      isOpen
      title={lesson.subject.name}
      context={context.join(', ')}
      onClose={onClose}
      actions={
        may || isOwn ? (
          <ButtonLink kind="quiet" href={`/journal/${schoolId}/${lesson.pageId}`}>
            {words.openJournal}
          </ButtonLink>
        ) : null
      }
    >
      <FactList
        facts={[
          { name: words.facts.group, value: groupName(lesson) },
          {
            name: words.facts.teacher,
            value: lesson.isTeacherAway ? `${teacher}, ${words.away}` : teacher,
          },
          { name: words.facts.room, value: lesson.room?.name ?? words.noRoom },
          ...(lesson.changes.length > 0
            ? [
                {
                  name: words.facts.changes,
                  value: (
                    <ul class="lesson-changes">
                      {lesson.changes.map((change) => (
                        <ChangeLine key={change.id} {...{ schoolId, change, may, onDone }} />
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
      {may && lesson.state === 'planned' ? (
        <ChangeForm
          key={`${lesson.id} ${lesson.version}`}
          schoolId={schoolId}
          lesson={lesson}
          year={year}
          onDone={() => {
            onClose();
            onDone();
          }}
          onShowNew={onDone}
        />
      ) : null}
    </Sheet>
  );
}

type ChangeLineProps = {
  readonly schoolId: number;
  readonly change: StandingChange;
  readonly may: boolean;
  readonly onDone: () => void;
};

function ChangeLine({ schoolId, change, may, onDone }: ChangeLineProps) {
  const words = useWords(timetableWords);
  const formats = useFormats();
  const { language } = useContext(PageContext);
  const { kind, reasonCode, note, author, at } = change;
  const why = [reasonCode === null ? null : words.reasons[reasonCode], note].filter((part) => part !== null);
  const refused = (problem: Problem) => problemText(language, problem);
  return (
    <li>
      <p>
        {kind === 'bells' ? null : <ChangeTag kind={kind} />} {changeNote(change, words, formats)}
      </p>
      {why.length > 0 ? <p class="quiet">{why.join(' · ')}</p> : null}
      {author ? <p class="quiet">{words.by(shortName(author), formats.day(at))}</p> : null}
      {may && change.isLast ? (
        <Button
          kind="quiet"
          onClick={() => {
            void undoAct(schoolId, change.actId, { undone: words.undone, refused }).then(onDone);
          }}
        >
          {words.undo}
        </Button>
      ) : null}
    </li>
  );
}

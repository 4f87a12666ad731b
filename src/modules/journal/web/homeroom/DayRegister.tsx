import { listName } from '#modules/roster/person/rules.ts';
import { useWords } from '#web/page-context.tsx';
import { AttendanceChip } from '#web/ui/AttendanceChip.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { check } from '#web/ui/icons.ts';
import type { ClassDay } from '../../class-day/contract.ts';
import { pageAddress } from '../addresses.ts';
import { type DayLesson, type DayStudent, type Slot, slotsOf } from './day-rules.ts';
import { homeroomWords } from './words.ts';

/** Students × lessons of the day; subgroups of one number share a column. */
export function DayRegister({ schoolId, day }: { schoolId: number; day: ClassDay }) {
  const { register } = useWords(homeroomWords);
  const slots = slotsOf(day.lessons);
  const untaken = day.lessons.filter(
    ({ attendanceTaken, hasBegun, state }) => !attendanceTaken && hasBegun && state === 'planned',
  ).length;
  return (
    <section aria-labelledby="register-title">
      <h2 id="register-title">
        {register.title}
        {untaken === 0 ? null : <span class="quiet"> · {register.untaken(untaken)}</span>}
      </h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <div class="register" role="region" aria-labelledby="register-title" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="register__gutter">
                №
              </th>
              <th scope="col" class="register__name">
                {register.name}
              </th>
              {slots.map((slot) => (
                <SlotHead key={slot.number} schoolId={schoolId} slot={slot} />
              ))}
            </tr>
          </thead>
          <tbody>
            {day.students.map((student, at) => (
              <tr key={student.id}>
                <td class="register__gutter">{at + 1}</td>
                <th scope="row" class="register__name">
                  {listName(student)}
                </th>
                {slots.map((slot) => (
                  <Cell key={slot.number} student={student} slot={slot} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet no-print">{register.hint}</p>
    </section>
  );
}

function SlotHead({ schoolId, slot }: { schoolId: number; slot: Slot }) {
  const subjects = [...new Set(slot.lessons.map(({ lesson }) => lesson.subject))];
  return (
    <th scope="col" class="register__slot">
      <b>{slot.number}</b>
      {subjects.map((subject) => (
        <span key={subject} class="register__subject">
          {slot.lessons
            .filter(({ lesson }) => lesson.subject === subject)
            .map(({ lesson }, at) => (
              <LessonLink key={lesson.id} schoolId={schoolId} lesson={lesson} isFirst={at === 0} />
            ))}
        </span>
      ))}
    </th>
  );
}

/** The subject once, then what its groups are told apart by: «1-я подгруппа», «девочки». */
function LessonLink({
  schoolId,
  lesson,
  isFirst,
}: {
  schoolId: number;
  lesson: DayLesson;
  isFirst: boolean;
}) {
  const { register } = useWords(homeroomWords);
  const isOff = lesson.state === 'cancelled';
  const word = isOff ? register.cancelled : lesson.hasBegun ? register.notTaken : register.notBegun;
  const part = lesson.group?.split(', ').at(-1) ?? null;
  return (
    <>
      {isFirst && part !== null ? <span>{lesson.subject}</span> : null}
      <a href={pageAddress(schoolId, lesson.pageId)} class={isOff ? 'is-off' : ''}>
        <span>{part ?? lesson.subject}</span>
        {lesson.attendanceTaken && !isOff ? (
          <Icon path={check} size={12} name={register.taken} />
        ) : (
          <i>{word}</i>
        )}
      </a>
    </>
  );
}

function Cell({ student, slot }: { student: DayStudent; slot: Slot }) {
  const { register } = useWords(homeroomWords);
  const own = slot.lessons.find(({ at }) => student.lessons.includes(at));
  if (!own) {
    return (
      <td class="register__none">
        <span role="img" aria-label={register.notOwn}>
          –
        </span>
      </td>
    );
  }
  const [, fact, minutes] = student.facts.find(([at]) => at === own.at) ?? [];
  return (
    <td>
      {fact === undefined ? null : (
        <AttendanceChip
          fact={fact}
          reason={student.reason?.reason ?? null}
          minutes={minutes ?? null}
          size="cell"
        />
      )}
    </td>
  );
}

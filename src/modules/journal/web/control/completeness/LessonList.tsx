import { shortName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import type { HeldLessons } from '../../../completeness/contract.ts';
import { pageAddress } from '../../addresses.ts';
import { groupName } from '../../page/names.ts';
import { queryText } from '../addresses.ts';
import { controlWords } from '../words.ts';

type LessonListProps = {
  readonly schoolId: number;
  readonly list: HeldLessons;
  /** Another span than the current week: the journal page is opened on it. */
  readonly isRange: boolean;
};

export function LessonList({ schoolId, list, isRange }: LessonListProps) {
  const { completeness: words } = useWords(controlWords);
  const formats = useFormats();
  const range = isRange ? queryText({ from: list.from, to: list.to }) : '';
  if (list.lessons.length === 0) return null;
  return (
    <>
      {list.count > list.lessons.length ? (
        <p class="quiet">{words.firstOf(list.lessons.length, list.count)}</p>
      ) : null}
      <ul class="held-lessons">
        {list.lessons.map((lesson) => (
          <li key={lesson.id}>
            <a href={`${pageAddress(schoolId, lesson.pageId)}${range}`}>
              <span class="held-lesson__when">
                <b>{formats.day(lesson.date)}</b>
                <span class="quiet">
                  {formats.weekdayShort(lesson.date)}, {words.number(lesson.number)}
                </span>
              </span>
              <span class="held-lesson__what">
                <b>
                  {groupName(lesson)} · {lesson.subject}
                </b>
                <span class="quiet">{lesson.teachers.map(shortName).join(', ') || words.nobody}</span>
              </span>
              <span class="held-lesson__lacks">
                {lesson.hasTopic ? null : <i>{words.columns.noTopic}</i>}
                {lesson.attendanceTaken ? null : <i>{words.columns.noAttendance}</i>}
                {lesson.hasHomework === false ? <i class="is-mild">{words.columns.noHomework}</i> : null}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

import { shortName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Select } from '#web/ui/Field.tsx';
import type { Cover } from '../../changes/contract.ts';
import type { StaffLesson } from '../../lessons/contract.ts';
import { groupName } from '../names.ts';
import { timetableWords } from '../words.ts';
import type { Decision } from './cover-rules.ts';

type CoverRowProps = {
  readonly lesson: StaffLesson;
  readonly candidates: Cover['lessons'][number]['candidates'];
  readonly staff: Cover['staff'];
  readonly decision: Decision;
  /** Another lesson that was given to the same person at this time. */
  readonly alsoAt: StaffLesson | null;
  readonly onDecide: (decision: Decision) => void;
};

/** One lesson of the absent teacher and who takes it. */
export function CoverRow({ lesson, candidates, staff, decision, alsoAt, onDecide }: CoverRowProps) {
  const words = useWords(timetableWords);
  const formats = useFormats();
  const nameOf = new Map(staff.map((person) => [person.id, shortName(person)]));
  const times =
    lesson.starts !== null && lesson.ends !== null ? formats.times(lesson.starts, lesson.ends) : '';
  return (
    <li class={decision === 'open' ? 'cover-row is-open' : 'cover-row'}>
      <p class="cover-row__when">
        <b>{lesson.number}</b>
        <span>{times}</span>
      </p>
      <p class="cover-row__what">
        <b>{lesson.subject.name}</b>
        <span>
          {[groupName(lesson), lesson.room ? words.room(lesson.room.name) : null].filter(Boolean).join(', ')}
        </span>
      </p>
      <div class="cover-row__who">
        <Select
          id={`cover-${lesson.id}`}
          label={words.coverOf(lesson.subject.name, groupName(lesson), words.lesson(lesson.number))}
          error={alsoAt ? words.alsoAt(groupName(alsoAt)) : null}
          value={decision}
          onChange={(event) => onDecide(event.currentTarget.value)}
        >
          {[...Map.groupBy(candidates, ({ rank }) => rank)].map(([rank, group]) => (
            <optgroup key={rank} label={words.rank[rank] ?? ''}>
              {group.map(({ staffId, lessons }) => (
                <option key={staffId} value={staffId}>
                  {`${nameOf.get(staffId) ?? ''} · ${words.loadShort(lessons)}`}
                </option>
              ))}
            </optgroup>
          ))}
          <option value="cancel">{words.cancelLesson}</option>
          <option value="open">{words.leaveOpen}</option>
        </Select>
      </div>
    </li>
  );
}

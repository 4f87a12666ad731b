import { fullName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { isOn, keyOf, type TeacherStay } from '../../load/rules.ts';
import { personAddress } from '../addresses.ts';
import { officeWords } from '../words.ts';
import type { LoadBook } from './views.ts';

type Props = {
  readonly schoolId: number;
  readonly book: LoadBook;
  readonly teachers: readonly TeacherStay[];
  /** Null for who only reads. */
  readonly end: ((stay: TeacherStay) => void) | null;
};

/** The teachers of a page, the newest first. */
export function TeacherHistory({ schoolId, book, teachers, end }: Props) {
  const { load: words } = useWords(officeWords);
  const formats = useFormats();
  const { day, staff } = book;
  if (teachers.length === 0) return <p class="load-alone">{words.nobody}</p>;
  return (
    <section aria-labelledby="teacher-history">
      <h3 id="teacher-history" class="fields__legend">
        {words.history}
      </h3>
      <ul class="lines">
        {teachers.toReversed().map((stay) => {
          const one = staff.get(stay.staffId);
          const isOver = stay.endDate !== null && stay.endDate < day;
          return (
            <li key={keyOf(stay)} class={isOver ? 'is-over' : ''}>
              <span class="lines__text">
                <span class="load-stay">
                  <a href={personAddress(schoolId, stay.staffId)}>{one === undefined ? '' : fullName(one)}</a>
                  {isOn(day, stay) ? <span class="tag tag--brand">{words.isOn}</span> : null}
                </span>
                <span class="quiet">
                  {stay.endDate === null
                    ? words.since(formats.dayOfYear(stay.startDate))
                    : words.span(formats.dayOfYear(stay.startDate), formats.dayOfYear(stay.endDate))}
                </span>
              </span>
              {end === null || isOver ? null : (
                <Button kind="quiet" onClick={() => end(stay)}>
                  {words.end}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

import { useFormats, useWords } from '#web/page-context.tsx';
import { dayAfter, keyOf, stands, teacherAfter, teacherOn, type TeacherStay } from '../../load/rules.ts';
import { officeWords } from '../words.ts';

type Props = {
  readonly before: readonly TeacherStay[];
  readonly wanted: readonly TeacherStay[];
  readonly nameOf: (staffId: string) => string;
};

/** Who ends and who begins, before anything is written; and whether the page is left alone. */
export function TeacherPreview({ before, wanted, nameOf }: Props) {
  const { load: words, move } = useWords(officeWords);
  const formats = useFormats();
  const known = new Map(before.map((stay) => [keyOf(stay), stay.endDate]));
  const ends = wanted.filter((stay) => known.has(keyOf(stay)) && known.get(keyOf(stay)) !== stay.endDate);
  const begins = wanted.filter((stay) => !known.has(keyOf(stay)));
  const alone = ends
    .flatMap(({ endDate }) => (endDate === null ? [] : [dayAfter(endDate)]))
    .find((day) => teacherOn(wanted, day) === null && teacherAfter(wanted, day) === null);
  return (
    <section class="preview" aria-live="polite" aria-labelledby="teacher-preview">
      <h3 id="teacher-preview">{move.preview}</h3>
      <ul>
        {ends.map((stay) => (
          <li key={keyOf(stay)}>
            {stands(stay) && stay.endDate !== null
              ? words.endsOn(nameOf(stay.staffId), formats.day(stay.endDate))
              : words.neverWas(nameOf(stay.staffId), formats.day(stay.startDate))}
          </li>
        ))}
        {begins.map((stay) => (
          <li key={keyOf(stay)} class="begins">
            {words.beginsOn(nameOf(stay.staffId), formats.day(stay.startDate))}
          </li>
        ))}
      </ul>
      {alone === undefined ? null : <p>{words.aloneFrom(formats.day(alone))}</p>}
      <p class="quiet">{words.nothingDeleted}</p>
    </section>
  );
}

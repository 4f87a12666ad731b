import { className } from '#modules/roster/school-class/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import type { Plan } from '../../movement/rules.ts';
import type { PeopleFrame } from '../../people/contract.ts';
import { officeWords } from '../words.ts';

type Props = { readonly plan: Plan; readonly frame: PeopleFrame; readonly note: string | null };

/** What ends and what begins, before anything is written. */
export function MovementPreview({ plan, frame, note }: Props) {
  const { move, classPage } = useWords(officeWords);
  const formats = useFormats();
  const nameOf = (id: string) => {
    const group = frame.groups.find((one) => one.id === id);
    const whole = group?.kind === 'class' && frame.classes.find((one) => group.classIds.includes(one.id));
    return whole ? classPage.title(className(whole)) : (group?.name ?? '');
  };
  return (
    <section class="preview" aria-live="polite" aria-labelledby="preview-title">
      <h3 id="preview-title">{move.preview}</h3>
      <ul>
        {plan.ends.map(({ id, groupId, newEnd }) => (
          <li key={id}>{move.ends(nameOf(groupId), formats.day(newEnd))}</li>
        ))}
        {plan.joins.map(({ groupId, startDate }) => (
          <li key={groupId} class="begins">
            {move.begins(nameOf(groupId), formats.day(startDate))}
          </li>
        ))}
      </ul>
      {note === null ? null : <p class="quiet">{note}</p>}
    </section>
  );
}

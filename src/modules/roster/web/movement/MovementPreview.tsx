import { useFormats, useWords } from '#web/page-context.tsx';
import type { Plan } from '../../movement/rules.ts';
import type { PeopleFrame } from '../../people/contract.ts';
import { officeWords } from '../words.ts';

type Props = { readonly plan: Plan; readonly groups: PeopleFrame['groups']; readonly note: string };

/** What ends and what begins, before anything is written. */
export function MovementPreview({ plan, groups, note }: Props) {
  const { move } = useWords(officeWords);
  const formats = useFormats();
  const nameOf = (id: string) => groups.find((group) => group.id === id)?.name ?? '';
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
      <p class="quiet">{note}</p>
    </section>
  );
}

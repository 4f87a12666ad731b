import { useState } from 'preact/hooks';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { FactList } from '#web/ui/Sheet.tsx';
import { officeWords } from '../words.ts';
import { EditPerson } from './EditPerson.tsx';
import type { CardProps } from './card-props.ts';

/** Names, dates, contacts; edited in a sheet. */
export function DataCard({ schoolId, card, reread }: CardProps) {
  const words = useWords(officeWords);
  const formats = useFormats();
  const [isEditing, setEditing] = useState(false);
  const { none } = words.card;
  const facts = [
    {
      name: words.card.birthDate,
      value: card.birthDate === null ? null : formats.dayOfYear(card.birthDate),
    },
    { name: words.card.gender, value: card.gender === null ? null : words.card.genders[card.gender] },
    {
      name: words.card.phone,
      value:
        card.phone === null ? null : <a href={`tel:${card.phone.replaceAll(/[^\d+]/g, '')}`}>{card.phone}</a>,
    },
    {
      name: words.card.email,
      value: card.email === null ? null : <a href={`mailto:${card.email}`}>{card.email}</a>,
    },
    { name: words.card.snils, value: card.snils },
  ];
  return (
    <section class="card" aria-labelledby="card-data">
      <header class="card__head">
        <h2 id="card-data">{words.card.contacts}</h2>
        {card.mayWrite ? (
          <Button kind="quiet" onClick={() => setEditing(true)}>
            {words.card.edit}
          </Button>
        ) : null}
      </header>
      <FactList
        facts={facts.map(({ name, value }) => ({ name, value: value ?? <span class="quiet">{none}</span> }))}
      />
      {isEditing ? (
        <EditPerson schoolId={schoolId} card={card} reread={reread} close={() => setEditing(false)} />
      ) : null}
    </section>
  );
}

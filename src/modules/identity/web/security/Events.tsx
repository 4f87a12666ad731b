import { useWords } from '#web/page-context.tsx';
import type { SecurityFacts } from './facts.ts';
import { useMoments } from './moments.ts';
import { securityWords } from './words.ts';

/** What happened to the access of the account. */
export function Events({ facts }: { facts: SecurityFacts }) {
  const words = useWords(securityWords);
  const moment = useMoments(facts);
  if (facts.events.length === 0) return null;
  return (
    <section class="plain__part" aria-labelledby="events">
      <h2 id="events">{words.events}</h2>
      <ul class="plain__list">
        {facts.events.map(({ id, at, kind, device }) => (
          <li key={id} class="security__row security__row--event">
            <p class="security__text">
              {words.eventNames[kind]}
              {device ? `: ${device}` : null}
            </p>
            <p class="quiet">{moment(at)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

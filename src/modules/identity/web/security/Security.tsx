import { useFormats, useWords } from '#web/page-context.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Devices } from './Devices.tsx';
import { Events } from './Events.tsx';
import { Factor } from './Factor.tsx';
import type { SecurityFacts } from './facts.ts';
import { SecurityFrame } from './SecurityFrame.tsx';
import { securityWords } from './words.ts';

/** Everything about getting into the account; ordinary forms, no script. */
export function Security({ facts }: { facts: SecurityFacts }) {
  const words = useWords(securityWords);
  return (
    <SecurityFrame title={words.title} back={{ href: '/account', name: words.toAccount }}>
      {facts.asked ? <Asked asked={facts.asked} /> : null}
      {facts.asked ? <Factor facts={facts} /> : null}
      <section class="plain__part" aria-labelledby="password">
        <h2 id="password">{words.password}</h2>
        <p class="quiet">{words.passwordText}</p>
        <ButtonLink href="/own-password?next=%2Fsecurity">{words.changePassword}</ButtonLink>
      </section>
      {facts.asked ? null : <Factor facts={facts} />}
      <section class="plain__part" aria-labelledby="devices">
        <h2 id="devices">{words.devices}</h2>
        {facts.sessions.length > 1 ? <p class="quiet">{words.devicesText}</p> : null}
        <Devices facts={facts} />
        {facts.sessions.length > 1 ? (
          <form method="post" action="/security/end-others">
            <Button type="submit">{words.endOthers}</Button>
          </form>
        ) : (
          <p class="quiet">{words.onlyThis}</p>
        )}
      </section>
      <Events facts={facts} />
    </SecurityFrame>
  );
}

/** Said first: what the school asks for, and by when. */
function Asked({ asked: { from, isDue } }: { asked: NonNullable<SecurityFacts['asked']> }) {
  const words = useWords(securityWords);
  const { day } = useFormats();
  return <p class="security__asked">{isDue ? words.askedNow : words.askedFrom(day(from))}</p>;
}

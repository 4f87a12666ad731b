import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { device as computer, phone } from '#web/ui/icons.ts';
import type { SecurityFacts } from './facts.ts';
import { useMoments } from './moments.ts';
import { securityWords } from './words.ts';

/** The open sessions, this one first; each other one can be ended. */
export function Devices({ facts }: { facts: Pick<SecurityFacts, 'sessions' | 'timeZone' | 'now'> }) {
  const words = useWords(securityWords);
  const moment = useMoments(facts);
  return (
    <ul class="plain__list">
      {facts.sessions.map(({ id, device, startedAt, lastSeenAt, isThis }) => {
        const name = [device.browser ?? words.unknownBrowser, device.system].filter(Boolean).join(', ');
        const began = moment(startedAt);
        return (
          <li key={id} class="security__row">
            <Icon path={device.isPhone ? phone : computer} size={22} />
            <div class="security__text">
              <p class="security__name">
                {name} {isThis ? <span class="tag tag--brand">{words.thisDevice}</span> : null}
              </p>
              <p class="quiet">
                {words.began(began)}
                {isThis ? null : `, ${words.seen(moment(lastSeenAt))}`}
              </p>
            </div>
            {isThis ? null : (
              <form method="post" action="/security/end-session">
                <input type="hidden" name="session" value={id} />
                <Button kind="quiet" type="submit" aria-label={words.endNamed(name, began)}>
                  {words.end}
                </Button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}

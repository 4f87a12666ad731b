import type { ComponentChildren } from 'preact';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { device, key, phone } from '#web/ui/icons.ts';
import type { SecurityFacts } from './facts.ts';
import { useMoments } from './moments.ts';
import { securityWords } from './words.ts';

/** The second step: what it is and how to begin, or what stands of it. */
export function Factor({ facts }: { facts: SecurityFacts }) {
  const words = useWords(securityWords);
  const moment = useMoments(facts);
  const { appSince, codesLeft, trustedDevices } = facts.factor;
  if (appSince === null)
    return (
      <Part>
        <p class="quiet">{words.factorText}</p>
        <p class="quiet">{words.factorApps}</p>
        <Act to="/security/app/start" name={words.setUpApp} />
      </Part>
    );
  return (
    <Part>
      <ul class="security__list">
        <Row icon={phone} name={words.app} text={words.appSince(moment(appSince))}>
          <Act to="/security/app/start" name={words.replaceApp} isQuiet />
          <Act to="/security/app/remove" name={words.removeApp} isQuiet />
        </Row>
        <Row
          icon={key}
          name={words.codes}
          text={codesLeft === 0 ? words.noCodes : words.codesLeft(codesLeft)}
        >
          <Act to="/security/codes" name={words.renewCodes} isQuiet />
        </Row>
        {trustedDevices > 0 ? (
          <Row icon={device} name={words.trusted} text={words.trustedText(trustedDevices)}>
            <Act to="/security/forget-devices" name={words.forgetDevices} isQuiet />
          </Row>
        ) : null}
      </ul>
    </Part>
  );
}

function Part({ children }: { children: ComponentChildren }) {
  const words = useWords(securityWords);
  return (
    <section class="security__part" aria-labelledby="factor">
      <h2 id="factor">{words.factor}</h2>
      {children}
    </section>
  );
}

type RowProps = { icon: string; name: string; text: string; children: ComponentChildren };

function Row({ icon, name, text, children }: RowProps) {
  return (
    <li class="security__row">
      <Icon path={icon} size={22} />
      <div class="security__text">
        <p class="security__name">{name}</p>
        <p class="quiet">{text}</p>
      </div>
      <div class="security__acts">{children}</div>
    </li>
  );
}

/** One button that is a form by itself. */
function Act({ to, name, isQuiet = false }: { to: string; name: string; isQuiet?: boolean }) {
  return (
    <form method="post" action={to}>
      <Button type="submit" kind={isQuiet ? 'quiet' : 'secondary'}>
        {name}
      </Button>
    </form>
  );
}

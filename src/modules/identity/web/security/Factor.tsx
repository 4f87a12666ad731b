import type { ComponentChildren } from 'preact';
import { useWords } from '#web/page-context.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { check, device, key, phone } from '#web/ui/icons.ts';
import type { SecurityFacts } from './facts.ts';
import { useMoments } from './moments.ts';
import { securityWords } from './words.ts';

/** The second step: what it is and how to begin, or what stands of it. */
export function Factor({ facts }: { facts: SecurityFacts }) {
  const words = useWords(securityWords);
  const moment = useMoments(facts);
  const { factor, passkeys } = facts;
  const { appSince, codesLeft, trustedDevices } = factor;
  const hasFactor = appSince !== null || passkeys.length > 0;
  return (
    <Part>
      {hasFactor ? null : (
        <>
          <p class="quiet">{words.factorText}</p>
          <p class="quiet">{words.factorApps}</p>
        </>
      )}
      {hasFactor ? (
        <ul class="plain__list">
          {appSince === null ? null : (
            <Row icon={phone} name={words.app} text={words.appSince(moment(appSince))}>
              <Act to="/security/app/start" name={words.replaceApp} isQuiet />
              <Act to="/security/app/remove" name={words.removeApp} isQuiet />
            </Row>
          )}
          <Passkeys facts={facts} />
          <Row
            icon={check}
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
      ) : null}
      <div class="security__ways">
        {appSince === null ? <Act to="/security/app/start" name={words.setUpApp} /> : null}
        {facts.offersPasskeys ? <ButtonLink href="/security/passkey">{words.addPasskey}</ButtonLink> : null}
      </div>
      {facts.offersPasskeys ? null : <p class="quiet">{words.noPasskeys}</p>}
    </Part>
  );
}

function Passkeys({ facts }: { facts: SecurityFacts }) {
  const words = useWords(securityWords);
  const moment = useMoments(facts);
  return (
    <>
      {facts.passkeys.map((one) => {
        const name = [one.device.browser ?? words.unknownBrowser, one.device.system]
          .filter(Boolean)
          .join(', ');
        const made = moment(one.createdAt);
        const used = one.lastUsedAt === null ? '' : words.passkeyUsed(moment(one.lastUsedAt));
        return (
          <Row key={one.id} icon={key} name={words.passkeyNamed(name)} text={words.passkeyMade(made) + used}>
            <form method="post" action="/security/passkey/remove">
              <input type="hidden" name="id" value={one.id} />
              <Button type="submit" kind="quiet" aria-label={words.removePasskeyNamed(name, made)}>
                {words.removePasskey}
              </Button>
            </form>
          </Row>
        );
      })}
    </>
  );
}

function Part({ children }: { children: ComponentChildren }) {
  const words = useWords(securityWords);
  return (
    <section class="plain__part" aria-labelledby="factor">
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

import { useContext } from 'preact/hooks';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { CodeField } from './CodeFields.tsx';
import { PasskeyForm } from './PasskeyForm.tsx';
import type { AppFacts } from './facts.ts';
import { SecurityFrame } from './SecurityFrame.tsx';
import { securityWords } from './words.ts';

/** Setting an application with codes up, and the recovery codes that are shown once. */
export function App({ facts }: { facts: AppFacts }) {
  if (facts.step === 'key') return <Key facts={facts} />;
  return facts.step === 'passkey' ? <NewPasskey facts={facts} /> : <Codes facts={facts} />;
}

function Key({ facts: { qr, key, address, problem } }: { facts: Extract<AppFacts, { step: 'key' }> }) {
  const words = useWords(securityWords);
  const { language } = useContext(PageContext);
  return (
    <SecurityFrame title={words.appTitle} back={{ href: '/security', name: words.toSecurity }}>
      <form class="security__form" method="post" action="/security/app">
        {problem ? <FaultNote>{problemText(language, problem)}</FaultNote> : null}
        <p>{words.scan}</p>
        <svg class="security__qr" viewBox={`0 0 ${qr.side} ${qr.side}`} role="img" aria-label={words.qr}>
          <path d={qr.path} />
        </svg>
        <p>
          <a href={address}>{words.openApp}</a>
        </p>
        <p class="quiet">{words.typeKey}</p>
        <p class="security__key">
          <code>{key}</code>
        </p>
        <CodeField label={words.firstCode} />
        <Button kind="primary" type="submit" isWide>
          {words.confirm}
        </Button>
      </form>
    </SecurityFrame>
  );
}

function NewPasskey({ facts: { options, problem } }: { facts: Extract<AppFacts, { step: 'passkey' }> }) {
  const words = useWords(securityWords);
  const { language } = useContext(PageContext);
  return (
    <SecurityFrame title={words.passkeyTitle} back={{ href: '/security', name: words.toSecurity }}>
      <div class="security__form">
        {problem ? <FaultNote>{problemText(language, problem)}</FaultNote> : null}
        <p>{words.passkeyText}</p>
        <PasskeyForm
          to="/security/passkey"
          act="create"
          options={options}
          name={words.makePasskey}
          isPrimary
        />
      </div>
    </SecurityFrame>
  );
}

function Codes({ facts: { codes, login } }: { facts: Extract<AppFacts, { step: 'codes' }> }) {
  const words = useWords(securityWords);
  const printed = codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`.toUpperCase());
  const text = [words.codesHead(login), '', ...printed, ''].join('\r\n');
  return (
    <SecurityFrame title={words.codesTitle} back={{ href: '/security', name: words.toSecurity }}>
      <p class="no-print">{words.codesText}</p>
      <p class="security__codes-head">{words.codesHead(login)}</p>
      <ol class="security__codes">
        {printed.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="plain__acts no-print">
        <ButtonLink kind="primary" href="/security">
          {words.codesKept}
        </ButtonLink>
        <ButtonLink
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={words.codesFile}
        >
          {words.saveCodes}
        </ButtonLink>
        <Button data-print hidden>
          {words.printCodes}
        </Button>
      </div>
    </SecurityFrame>
  );
}

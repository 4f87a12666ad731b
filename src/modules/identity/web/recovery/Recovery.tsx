import { useContext } from 'preact/hooks';
import { PageContext, useWords } from '#web/page-context.tsx';
import { type WordedProblem, problemText } from '#web/problem-words.ts';
import { shellWords } from '#web/shell-words.ts';
import { Button } from '#web/ui/Button.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { NewPasswordFields } from '#web/views/NewPasswordFields.tsx';
import { SignInFrame } from '#web/views/SignInFrame.tsx';
import { ChallengeFields } from '../ChallengeFields.tsx';
import { HelpLink } from '../help/HelpLink.tsx';
import { CodeField, EmailField } from './LetterFields.tsx';
import { waysWords } from './words.ts';

export type RecoveryFacts = {
  readonly step: 'ask' | 'code' | 'password';
  /** Accounts to choose from, once the code was right. */
  readonly logins: readonly string[];
  readonly chosen: string;
  readonly email: string;
  readonly login: string;
  readonly birthDate: string;
  /** Work for the browser before the form goes. */
  readonly challenge: string;
  readonly problem: WordedProblem | null;
};

/** `/recovery`: whose, the code of the letter, the new password. Works without script. */
export function Recovery({ facts }: { facts: RecoveryFacts }) {
  const { recovery: words } = useWords(waysWords);
  const { language } = useContext(PageContext);
  const { step, problem } = facts;
  return (
    <SignInFrame>
      <div class="sign-in__steps">
        <form
          class="sign-in__form"
          method="post"
          action="/recovery"
          data-challenge={step === 'ask' ? '' : undefined}
        >
          <h1>{words.title}</h1>
          {problem ? <FaultNote>{problemText(language, problem)}</FaultNote> : null}
          <input type="hidden" name="act" value={step} />
          {step === 'ask' ? <ChallengeFields challenge={facts.challenge} /> : null}
          {step === 'ask' ? <Whose facts={facts} /> : null}
          {step === 'code' ? <Code /> : null}
          {step === 'password' ? <NewPassword facts={facts} /> : null}
        </form>
        <form class="sign-in__form" method="post" action="/recovery">
          <p class="quiet">{step === 'code' ? words.notCame : words.noMail}</p>
          <p>
            <HelpLink at="recovery" />
          </p>
          <div class="sign-in__acts">
            <Button kind="quiet" type="submit" name="act" value="leave">
              {step === 'ask' ? words.back : words.again}
            </Button>
          </div>
        </form>
      </div>
    </SignInFrame>
  );
}

function Whose({ facts: { email, login, birthDate, problem } }: { facts: RecoveryFacts }) {
  const { recovery: words } = useWords(waysWords);
  return (
    <>
      {problem ? null : <p class="quiet">{words.about}</p>}
      <EmailField label={words.email} value={email} />
      <Field
        id="birthDate"
        name="birthDate"
        type="date"
        label={words.birthDate}
        hint={words.birthDateHint}
        value={birthDate}
        autocomplete="bday"
      />
      <Field
        id="login"
        name="login"
        label={words.login}
        hint={words.loginHint}
        value={login}
        maxLength={100}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
      />
      <Button kind="primary" type="submit" isWide>
        {words.ask}
      </Button>
    </>
  );
}

function Code() {
  const { recovery: words } = useWords(waysWords);
  return (
    <>
      <p role="status">{words.sent}</p>
      <CodeField label={words.code} hint={words.codeHint} />
      <Button kind="primary" type="submit" isWide>
        {words.enterCode}
      </Button>
    </>
  );
}

function NewPassword({ facts: { logins, chosen } }: { facts: RecoveryFacts }) {
  const { recovery: words } = useWords(waysWords);
  const shell = useWords(shellWords);
  const [only = ''] = logins;
  return (
    <>
      {logins.length > 1 ? (
        <Select id="login" name="login" label={words.which}>
          {logins.map((login) => (
            <option key={login} value={login} selected={login === chosen}>
              {login}
            </option>
          ))}
        </Select>
      ) : (
        <>
          <p>{shell.loginIs(only)}</p>
          <input type="hidden" name="login" value={only} />
          <input type="text" name="username" value={only} autocomplete="username" hidden readonly />
        </>
      )}
      <NewPasswordFields isFocused />
      <Button kind="primary" type="submit" isWide>
        {words.save}
      </Button>
    </>
  );
}

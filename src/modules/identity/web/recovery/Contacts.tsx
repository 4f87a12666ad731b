import { useContext } from 'preact/hooks';
import { PageContext, useWords } from '#web/page-context.tsx';
import { type WordedProblem, problemText } from '#web/problem-words.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { SignInFrame } from '#web/views/SignInFrame.tsx';
import { HelpLink } from '../help/HelpLink.tsx';
import { CodeField, EmailField } from './LetterFields.tsx';
import type { BouncedAddress } from '../../bounces/rules.ts';
import { waysWords } from './words.ts';

export type ContactsFacts = {
  readonly email: string | null;
  /** Waits for its code. */
  readonly pending: string | null;
  /** Letters to it came back. */
  readonly bounced: BouncedAddress | null;
  /** Returned letters are read: the page will tell. */
  readonly seesReturned: boolean;
  readonly needsPassword: boolean;
  /** A step of the first sign-in: it can be skipped. */
  readonly isFirst: boolean;
  readonly next: string;
  readonly typed: string;
  readonly problem: WordedProblem | null;
};

/** `/contacts`: the account's own e-mail. Works without script. */
export function Contacts({ facts }: { facts: ContactsFacts }) {
  const { contacts: words } = useWords(waysWords);
  const { language } = useContext(PageContext);
  const { email, pending, bounced, isFirst, problem } = facts;
  const isBounced = bounced !== null && pending === null;
  return (
    <SignInFrame>
      <div class="sign-in__steps">
        <form class="sign-in__form" method="post" action="/contacts">
          <h1>{isFirst ? words.titleFirst : words.title}</h1>
          {problem ? <FaultNote>{problemText(language, problem)}</FaultNote> : null}
          {isBounced && !problem ? <Bounced bounced={bounced} /> : null}
          {pending === null && !problem && !isBounced ? <p class="quiet">{words.about}</p> : null}
          {pending === null && email !== null && bounced?.email !== email ? (
            <p>{words.stands(email)}</p>
          ) : null}
          <Kept facts={facts} act={pending === null ? 'ask' : 'confirm'} />
          {pending === null ? (
            <Address facts={facts} />
          ) : (
            <Code pending={pending} isWatched={facts.seesReturned} />
          )}
        </form>
        <form class="sign-in__form" method="post" action="/contacts">
          <Kept facts={facts} act={null} />
          <div class="sign-in__acts">
            <Ways facts={facts} />
          </div>
        </form>
        <p>
          <HelpLink at="contacts" />
        </p>
      </div>
    </SignInFrame>
  );
}

/** Letters do not arrive: where, why, and what to do. */
function Bounced({ bounced: { email, reason, isPending } }: { readonly bounced: BouncedAddress }) {
  const { contacts: words } = useWords(waysWords);
  return (
    <FaultNote>
      {isPending ? words.codeReturned(email) : words.lettersReturn(email)} {words.reasons[reason]}
    </FaultNote>
  );
}

/** What comes back with every form. */
function Kept({ facts: { next, isFirst }, act }: { facts: ContactsFacts; act: string | null }) {
  return (
    <>
      {act === null ? null : <input type="hidden" name="act" value={act} />}
      <input type="hidden" name="next" value={next} />
      {isFirst ? <input type="hidden" name="first" value="1" /> : null}
    </>
  );
}

function Address({ facts: { email, typed, needsPassword } }: { facts: ContactsFacts }) {
  const { contacts: words } = useWords(waysWords);
  return (
    <>
      <EmailField label={email === null ? words.email : words.newEmail} value={typed} />
      {needsPassword ? (
        <Field
          id="password"
          name="password"
          type="password"
          label={words.password}
          hint={words.passwordHint}
          required
          maxLength={200}
          autocomplete="current-password"
        />
      ) : null}
      <Button kind="primary" type="submit" isWide>
        {words.ask}
      </Button>
    </>
  );
}

function Code({ pending, isWatched }: { readonly pending: string; readonly isWatched: boolean }) {
  const { contacts: words } = useWords(waysWords);
  return (
    <>
      <p role="status">{words.sent(pending)}</p>
      <CodeField label={words.code} hint={words.codeHint} />
      {isWatched ? <p class="quiet">{words.notCame}</p> : null}
      <Button kind="primary" type="submit" isWide>
        {words.confirm}
      </Button>
    </>
  );
}

/** The other ways onward: another address, taking it off, going on without. */
function Ways({ facts }: { facts: ContactsFacts }) {
  const { email, pending, bounced, needsPassword, isFirst, next } = facts;
  const { contacts: words } = useWords(waysWords);
  return (
    <>
      {pending === null ? null : (
        <Button kind="quiet" type="submit" name="act" value="cancel">
          {words.other}
        </Button>
      )}
      {pending === null && bounced?.isPending === true && email !== null ? (
        <Button kind="quiet" type="submit" name="act" value="cancel">
          {words.keep}
        </Button>
      ) : null}
      {pending === null && email !== null && !needsPassword ? (
        <Button kind="quiet" type="submit" name="act" value="remove">
          {words.remove}
        </Button>
      ) : null}
      <ButtonLink kind="quiet" href={next}>
        {isFirst ? words.skip : words.back}
      </ButtonLink>
    </>
  );
}

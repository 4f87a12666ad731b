import { useContext } from 'preact/hooks';
import { fullName } from '#modules/roster/person/rules.ts';
import { formats } from '#web/formats.ts';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { Button } from '#web/ui/Button.tsx';
import { EmptyNote, FaultNote } from '#web/ui/Notes.tsx';
import { PlainFrame } from '#web/views/PlainFrame.tsx';
import type { AskingFacts, FamilySchool, OwnRequest } from '../../link-requests/facts.ts';
import { onboardingWords } from '../words.ts';
import { AskForm } from './AskForm.tsx';

/** `/account/children`: a guardian asks for a further child and sees what became of it. Works without script. */
export function LinkRequests({ facts }: { facts: AskingFacts }) {
  const { asking: words } = useWords(onboardingWords);
  const { language } = useContext(PageContext);
  const { schools, problem, isSent } = facts;
  const asked = schools.filter(({ requests }) => requests.length > 0);
  return (
    <PlainFrame back={{ href: '/account', name: words.toAccount }}>
      <h1>{words.title}</h1>
      {problem ? <FaultNote>{problemText(language, problem)}</FaultNote> : null}
      {isSent ? (
        <p class="asking__sent" role="status">
          {words.sent}
        </p>
      ) : null}
      {asked.map((school) => (
        <Asked key={school.schoolId} school={school} now={facts.now} />
      ))}
      {schools.length === 0 ? (
        <EmptyNote title={words.nowhere} text={words.nowhereText} />
      ) : (
        <section class="plain__part" aria-labelledby="ask">
          <h2 id="ask">{words.newTitle}</h2>
          <p class="quiet">{words.about}</p>
          <AskForm facts={facts} />
        </section>
      )}
    </PlainFrame>
  );
}

function Asked({ school, now }: { readonly school: FamilySchool; readonly now: string }) {
  const { schoolId, name, requests } = school;
  return (
    <section class="plain__part" aria-labelledby={`asked-${schoolId}`}>
      <h2 id={`asked-${schoolId}`}>{name}</h2>
      <ul class="plain__list">
        {requests.map((request) => (
          <Request key={request.id} school={school} request={request} now={now} />
        ))}
      </ul>
    </section>
  );
}

type RequestProps = {
  readonly school: FamilySchool;
  readonly request: OwnRequest;
  readonly now: string;
};

/** One request: what happens now and what to do. */
function Request({ school, request, now }: RequestProps) {
  const { asking: words } = useWords(onboardingWords);
  const { language } = useContext(PageContext);
  const dates = new Intl.DateTimeFormat('sv-SE', { timeZone: school.timeZone });
  const day = (moment: string) => formats[language].day(dates.format(Date.parse(moment)));
  const isWaiting = request.state === 'waiting' && Date.parse(request.expiresAt) > Date.parse(now);
  const state = request.state === 'waiting' && !isWaiting ? 'expired' : request.state;
  return (
    <li class="asking__row">
      <div class="asking__text">
        <p class="asking__name">
          {fullName(request)}{' '}
          <span class={state === 'linked' ? 'tag tag--brand' : 'tag'}>{words.states[state]}</span>
        </p>
        <p class="quiet">{words.askedOn(day(request.askedAt))}</p>
        <p>
          {state === 'refused' && request.refusal !== null
            ? words.refusals[request.refusal]
            : words.next[state](day(request.expiresAt), words.documents[request.document])}
        </p>
        {request.refusalWord === null ? null : <p>{words.schoolSays(request.refusalWord)}</p>}
      </div>
      {isWaiting ? (
        <form method="post" action="/account/children">
          <input type="hidden" name="act" value="withdraw" />
          <input type="hidden" name="school" value={school.schoolId} />
          <input type="hidden" name="request" value={request.id} />
          <Button kind="quiet" type="submit" aria-label={words.withdrawNamed(fullName(request))}>
            {words.withdraw}
          </Button>
        </form>
      ) : null}
    </li>
  );
}

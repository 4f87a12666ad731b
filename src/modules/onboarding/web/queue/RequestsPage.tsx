import { useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { fullName } from '#modules/roster/person/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { Button } from '#web/ui/Button.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import type { RequestsChangedName } from '../../events.ts';
import type { LinkRequestLine } from '../../link-requests/contract.ts';
import { onboardingWords } from '../words.ts';
import { Decide } from './Decide.tsx';
import './queue.css';

const requestsChanged: RequestsChangedName = 'onboarding.requestsChanged';
type Show = 'waiting' | 'decided';

/** `/requests/:schoolId`: what waits for the office, oldest first. */
export function RequestsPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const { queue: words } = useWords(onboardingWords);
  const [show, setShow] = useState<Show>('waiting');
  const [open, setOpen] = useState<LinkRequestLine | null>(null);
  const { reply, fault, reread } = useRead(
    { schoolId, key: `${schoolId} ${show}`, follows: [requestsChanged] },
    (signal) =>
      call('GET /api/schools/{schoolId}/link-requests', { params: { schoolId }, query: { show }, signal }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  const { requests, mayDecide, today, waiting } = reply;
  return (
    <div class="requests">
      <h1>{words.title}</h1>
      <div class="segments" role="group" aria-label={words.show}>
        <button type="button" aria-pressed={show === 'waiting'} onClick={() => setShow('waiting')}>
          {words.waiting(waiting)}
        </button>
        <button type="button" aria-pressed={show === 'decided'} onClick={() => setShow('decided')}>
          {words.decided}
        </button>
      </div>
      {mayDecide ? null : <p class="quiet">{words.readOnly}</p>}
      {requests.length === 0 ? (
        <EmptyNote
          title={show === 'waiting' ? words.empty : words.emptyDecided}
          text={show === 'waiting' ? words.emptyText : null}
        />
      ) : (
        <ul class="requests__list">
          {requests.map((request) => (
            <Row
              key={request.id}
              request={request}
              open={mayDecide && request.state === 'waiting' ? () => setOpen(request) : null}
            />
          ))}
        </ul>
      )}
      {open === null ? null : (
        <Decide
          schoolId={schoolId}
          request={open}
          today={today}
          reread={reread}
          close={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function Row({ request, open }: { readonly request: LinkRequestLine; readonly open: (() => void) | null }) {
  const { queue: words, asking } = useWords(onboardingWords);
  const formats = useFormats();
  const day = (moment: string) => formats.dayInFigures(moment.slice(0, 10));
  const { sender, kinship, birthDate, state, askedAt, expiresAt, refusal } = request;
  const name = fullName(request);
  return (
    <li class="requests__row">
      <div class="requests__text">
        <p class="requests__name">
          {name}
          {state === 'waiting' ? null : <span class="tag">{asking.states[state]}</span>}
        </p>
        <p class="quiet">
          {formats.dayInFigures(birthDate)} · {words.asks(fullName(sender))}, {asking.kinships[kinship]}
        </p>
        <p class="quiet">
          {words.at(day(askedAt))}
          {state === 'waiting' ? `, ${words.until(day(expiresAt))}` : null}
          {refusal === null ? null : `, ${words.reasons[refusal]}`}
        </p>
      </div>
      {open === null ? null : (
        <Button onClick={open} aria-label={words.considerNamed(name)}>
          {words.consider}
        </Button>
      )}
    </li>
  );
}

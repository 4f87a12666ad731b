import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { statement } from '#platform/db/tx.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { announce } from '#platform/outbox/announce.ts';
import { peopleTopic } from '#platform/outbox/topics.ts';
import { Problem, refuse } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import { addGuardianshipTo, endGuardianship } from '#modules/roster/index.ts';
import { requestsChanged } from '../events.ts';
import type { LinkDecision, LinkRefusalWish } from './contract.ts';
import { holdRequest, type HeldRequest } from './queries.ts';
import { askedAtMost, linkStep, type LinkAct, type LinkWish, requestDays, waitingAtMost } from './rules.ts';

const dayMs = 86_400_000;

/**
 * Asks the school for a right to a child. The roster is not looked at, so nothing of it shows. The same wish that
 * waits already is answered as done.
 */
export async function askForLink(
  tx: AnyTx,
  actor: Actor,
  { wish, now }: { readonly wish: LinkWish; readonly now: Date },
): Promise<void> {
  // One at a time for each guardian, so that the limits hold.
  await tx.rows(holdSender, [actor.schoolId, actor.personId]);
  const since = new Date(now.getTime() - requestDays * dayMs);
  const [counts] = await tx.rows<{ waiting: number; asked: number; isRepeat: boolean }>(countAsked, [
    actor.schoolId,
    actor.accountId,
    now,
    since,
    wish.lastName,
    wish.firstName,
    wish.birthDate,
  ]);
  if (counts?.isRepeat === true) return;
  if (counts && counts.waiting >= waitingAtMost) refuse('links.tooMany', { limit: waitingAtMost }, 422);
  if (counts && counts.asked >= askedAtMost)
    refuse('links.tooOften', { limit: askedAtMost, days: requestDays }, 422);
  const id = uuidv7();
  const { lastName, firstName, middleName, birthDate, kinship, document, documentTail, word } = wish;
  const expiresAt = new Date(now.getTime() + requestDays * dayMs);
  await tx.run(writeRequest, [
    actor.schoolId,
    id,
    actor.accountId,
    actor.personId,
    lastName,
    firstName,
    middleName,
    birthDate,
    kinship,
    document,
    documentTail,
    word,
    now,
    expiresAt,
  ]);
  await recordAct(tx, { ...actor, action: 'onboarding.askForLink', subject: { id, kinship } });
  await tellQueue(tx);
}

/** Takes one's own request back; another's is as if it were not there. */
export async function withdrawLink(
  tx: AnyTx,
  actor: Actor,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<void> {
  const request = await held(tx, id);
  if (request.accountId !== actor.accountId) throw new Problem('notFound', 404);
  if (request.state === 'withdrawn') return;
  const state = stepOrRefuse('withdraw', request, now);
  await tx.run(decide, [tx.schoolId, id, state, now, actor.personId, null, null, null, null]);
  await recordAct(tx, { ...actor, action: 'onboarding.withdrawLink', subject: { id } });
  await tellQueue(tx);
}

type Accepting = {
  readonly id: string;
  readonly decision: LinkDecision;
  readonly key: CommandKey;
  readonly now: Date;
};

/** Gives the right the request asks for, by the roster's own command. Sent twice it is answered as done. */
export async function acceptLink(
  tx: AnyTx,
  actor: Actor,
  { id, decision, key, now }: Accepting,
): Promise<{ guardianshipId: string }> {
  const request = await held(tx, id);
  const { studentId, kinship, scope, endDate } = decision;
  if (request.guardianshipId !== null && request.studentId === studentId)
    return { guardianshipId: request.guardianshipId };
  const state = stepOrRefuse('accept', request, now);
  const basis = decision.basis.trim();
  if (basis === '') refuse('links.basisMissing');
  if (endDate !== null && endDate < actor.today) refuse('links.endBeforeToday', { today: actor.today });
  const guardian = { personId: request.personId };
  const wish = { guardian, kinship, scope, basis, startDate: actor.today };
  const made = await addGuardianshipTo(tx, actor, {
    studentId,
    wish,
    key: { ...key, endpoint: 'roster.addGuardianship' },
  }).catch(wordedUnknown);
  if (endDate !== null) await endGuardianship(tx, { id: made.id, endDate }, actor);
  await tx.run(decide, [tx.schoolId, id, state, now, actor.personId, null, null, studentId, made.id]);
  const subject = { id, studentId, guardianId: request.personId, guardianshipId: made.id };
  await recordAct(tx, { ...actor, action: 'onboarding.acceptLink', subject });
  await tellQueue(tx);
  return { guardianshipId: made.id };
}

/** Refuses; `other` needs words of the school. */
export async function refuseLink(
  tx: AnyTx,
  actor: Actor,
  { id, wish, now }: { readonly id: string; readonly wish: LinkRefusalWish; readonly now: Date },
): Promise<void> {
  const request = await held(tx, id);
  const state = stepOrRefuse('refuse', request, now);
  const word = wish.word?.trim() ?? '';
  if (wish.reason === 'other' && word === '') refuse('links.reasonMissing');
  const words = word === '' ? null : word;
  await tx.run(decide, [tx.schoolId, id, state, now, actor.personId, wish.reason, words, null, null]);
  await recordAct(tx, { ...actor, action: 'onboarding.refuseLink', subject: { id, reason: wish.reason } });
  await tellQueue(tx);
}

/** Ends every request of a school whose days are over; how many. */
export async function expireLinks(tx: AnyTx, now: Date): Promise<number> {
  const over = await tx.rows<{ id: string }>(expireStatement, [tx.schoolId, now]);
  const nobody = { schoolId: tx.schoolId, accountId: null, personId: null, sessionId: null };
  for (const { id } of over)
    await recordAct(tx, { ...nobody, action: 'onboarding.expireLink', subject: { id } });
  if (over.length > 0) await tellQueue(tx);
  return over.length;
}

async function held(tx: AnyTx, id: string): Promise<HeldRequest> {
  const [request] = await tx.rows<HeldRequest>(holdRequest, [tx.schoolId, id]);
  if (!request) throw new Problem('notFound', 404);
  return request;
}

function stepOrRefuse(act: LinkAct, { state, expiresAt }: HeldRequest, now: Date) {
  const step = linkStep(act, { state, expiresAt: new Date(expiresAt), now });
  return 'to' in step ? step.to : refuse(step.refusal, { state }, 409);
}

/** Who is no student of the school is a wrong choice here, not a wrong address. */
function wordedUnknown(error: unknown): never {
  if (error instanceof Problem && error.code === 'notFound') refuse('links.unknownStudent');
  throw error;
}

const tellQueue = (tx: AnyTx) => announce(tx, { name: requestsChanged, topics: [peopleTopic], payload: {} });

// The guardian, kept from others; primary key.
const holdSender = statement(
  'onboarding.holdSender',
  'select id from roster.person where school_id = $1::int and id = $2::uuid for update',
);

// What an account asked already; index link_request_account.
const countAsked = statement(
  'onboarding.countLinkRequests',
  `select count(*) filter (where state = 'waiting' and expires_at > $3::timestamptz)::int as waiting,
     count(*) filter (where asked_at > $4::timestamptz)::int as asked,
     coalesce(bool_or(state = 'waiting' and expires_at > $3::timestamptz and lower(last_name) = lower($5::text)
       and lower(first_name) = lower($6::text) and birth_date = $7::date), false) as "isRepeat"
   from onboarding.link_request where school_id = $1::int and account_id = $2::uuid`,
);

const writeRequest = statement(
  'onboarding.writeLinkRequest',
  `insert into onboarding.link_request (school_id, id, account_id, person_id, last_name, first_name, middle_name,
     birth_date, kinship, document_kind, document_tail, word, asked_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
);

// The end of a request; primary key.
const decide = statement(
  'onboarding.decideLinkRequest',
  `update onboarding.link_request set state = $3, decided_at = $4, decided_by = $5, refusal = $6, refusal_word = $7,
     student_id = $8, guardianship_id = $9
   where school_id = $1 and id = $2`,
);

// Requests past their days; index link_request_state.
const expireStatement = statement(
  'onboarding.expireLinkRequests',
  `update onboarding.link_request set state = 'expired', decided_at = $2
   where school_id = $1 and state = 'waiting' and expires_at <= $2 returning id`,
);

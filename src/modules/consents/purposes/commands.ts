import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { statement } from '#platform/db/tx.ts';
import { announce } from '#platform/outbox/announce.ts';
import { peopleTopic, staffTopic } from '#platform/outbox/topics.ts';
import { platformProblem, refuse } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import { consentsChanged } from '../events.ts';
import { peopleAskedAgain } from './queries.ts';
import { tidyText } from './rules.ts';
import { hashOfText, withPurposes } from './seed-commands.ts';

const tidyTitle = (title: string) => title.replaceAll(/\s+/gu, ' ').trim();

export type PurposeWish = { readonly title: string; readonly isAsked: boolean };

/** Renames a purpose, switches it on or off. */
export async function setPurpose(
  tx: AnyTx,
  actor: Actor,
  { purposeId, wish }: { readonly purposeId: string; readonly wish: PurposeWish },
): Promise<void> {
  const title = tidyTitle(wish.title);
  if (title === '') refuse('consents.titleMissing');
  await hold(tx, purposeId);
  const changed = await tx.run(rewrite, [tx.schoolId, purposeId, title, wish.isAsked]);
  if (changed === 0) return;
  const subject = { purposeId, title, isAsked: wish.isAsked };
  await recordAct(tx, { ...actor, action: 'consents.setPurpose', subject });
  await tell(tx);
}

/** A purpose of the school's own, asked from now on. The id is the client's: sent twice it is there once. */
export async function addPurpose(
  tx: AnyTx,
  actor: Actor,
  at: {
    readonly purposeId: string;
    readonly wish: { readonly title: string; readonly body: string };
    readonly now: Date;
  },
): Promise<void> {
  const { purposeId, now } = at;
  const title = tidyTitle(at.wish.title);
  const body = tidyText(at.wish.body);
  if (title === '') refuse('consents.titleMissing');
  if (body === '') refuse('consents.bodyMissing');
  await withPurposes(tx, async () => ({ purposes: await tx.rows(anyPurpose, [tx.schoolId]) }));
  const made = await tx.run(insertPurpose, [tx.schoolId, purposeId, title]);
  if (made === 0) return;
  await tx.run(insertText, [tx.schoolId, purposeId, 1, body, hashOfText(body), true, now, actor.personId]);
  const subject = { purposeId, title, sha256: hashOfText(body).toString('hex') };
  await recordAct(tx, { ...actor, action: 'consents.addPurpose', subject });
  await tell(tx);
}

export type TextWish = {
  readonly body: string;
  readonly asksAgain: boolean;
  /** The version the new one was written beside. */
  readonly expected: number;
};

/** A new text of a purpose. The one that stands, sent again, is answered as done; who was second is told so. */
export async function addText(
  tx: AnyTx,
  actor: Actor,
  at: { readonly purposeId: string; readonly wish: TextWish; readonly now: Date },
): Promise<{ version: number; asked: number }> {
  const { purposeId, wish, now } = at;
  const body = tidyText(wish.body);
  if (body === '') refuse('consents.bodyMissing');
  await hold(tx, purposeId);
  const [latest] = await tx.rows<{ version: number; body: string }>(latestText, [tx.schoolId, purposeId]);
  if (!latest) throw platformProblem('notFound');
  if (latest.body === body) return { version: latest.version, asked: 0 };
  if (latest.version !== wish.expected) refuse('consents.changedMeanwhile', undefined, 409);
  const version = latest.version + 1;
  const asked = wish.asksAgain ? await peopleAskedAgain(tx, { purposeId, today: actor.today }) : 0;
  const sha256 = hashOfText(body);
  await tx.run(insertText, [
    tx.schoolId,
    purposeId,
    version,
    body,
    sha256,
    wish.asksAgain,
    now,
    actor.personId,
  ]);
  const subject = { purposeId, version, asksAgain: wish.asksAgain, sha256: sha256.toString('hex') };
  await recordAct(tx, { ...actor, action: 'consents.addText', subject });
  await tell(tx);
  return { version, asked };
}

async function hold(tx: AnyTx, purposeId: string): Promise<void> {
  const [known] = await tx.rows(holdPurpose, [tx.schoolId, purposeId]);
  if (!known) throw platformProblem('notFound');
}

const tell = (tx: AnyTx) =>
  announce(tx, { name: consentsChanged, topics: [peopleTopic, staffTopic], payload: {} });

// A purpose, kept from others; primary key.
const holdPurpose = statement(
  'consents.holdChangedPurpose',
  'select id from consents.purpose where school_id = $1::int and id = $2::uuid for update',
);

const anyPurpose = statement(
  'consents.anyPurpose',
  'select id from consents.purpose where school_id = $1::int limit 1',
);

const rewrite = statement(
  'consents.rewritePurpose',
  `update consents.purpose set title = $3, is_asked = $4
   where school_id = $1 and id = $2 and (title, is_asked) is distinct from ($3, $4)`,
);

const insertPurpose = statement(
  'consents.addPurpose',
  `insert into consents.purpose (school_id, id, title, ordinal, is_asked)
   select $1::int, $2::uuid, $3::text, coalesce(max(ordinal), 0) + 1, true from consents.purpose where school_id = $1::int
   on conflict (school_id, id) do nothing`,
);

// The text that stands; primary key.
const latestText = statement(
  'consents.latestText',
  `select version, body from consents.purpose_text where school_id = $1::int and purpose_id = $2::uuid
   order by version desc limit 1`,
);

const insertText = statement(
  'consents.addText',
  `insert into consents.purpose_text (school_id, purpose_id, version, body, sha256, asks_again, made_at, made_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

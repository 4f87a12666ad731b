import { canonicalColumns, genesis, sealHash } from '../audit/seal.ts';
import { statement, type UnfencedTx } from '../db/tx.ts';

/** The channel on which the sealer, and nobody else, tells that a school has new events. */
export const eventChannel = 'parta_events';

/**
 * Seals up to `limit` waiting acts into the chains of their schools and gives up to `limit` waiting events their
 * numbers, oldest first; how many rows were moved. An act that is news does both. A slow transaction's rows are not
 * visible before its commit and so get later numbers: whoever remembers the last number it read misses nothing.
 */
export async function sealBatch(tx: UnfencedTx, limit: number): Promise<number> {
  const waiting = await tx.rows<WaitingRow>(waitingRows, [limit]);
  if (waiting.length === 0) return 0;
  const heads = new Map<number, Head>();
  const acts: (readonly unknown[])[] = [];
  const news: (readonly unknown[])[] = [];
  for (const row of waiting) {
    const head = heads.get(row.school_id) ?? headOf(row);
    heads.set(row.school_id, head);
    const eventSeq = row.is_news ? (head.eventSeq += 1) : null;
    if (row.canonical === null) {
      news.push([row.school_id, row.id, eventSeq]);
      continue;
    }
    head.auditSeq += 1;
    head.hash = sealHash(head.hash, { schoolId: row.school_id, seq: head.auditSeq }, row.canonical);
    acts.push([row.school_id, row.id, head.auditSeq, head.hash, eventSeq]);
  }
  const columns = (rows: readonly (readonly unknown[])[], width: number) =>
    Array.from({ length: width }, (_, at) => rows.map((row) => row[at]));
  const schools = [...heads].map(([schoolId, head]) => [
    schoolId,
    head.auditSeq,
    head.hash,
    head.eventSeq,
    head.firstEvent,
  ]);
  const moved = await tx.text(moveRows, [...columns(acts, 5), ...columns(news, 3), ...columns(schools, 5)]);
  if (Number(moved) !== waiting.length) throw new Error('rows changed while they were being sealed');
  return waiting.length;
}

type WaitingRow = {
  readonly school_id: number;
  readonly id: string;
  /** What the hash of an act covers; null = news alone. */
  readonly canonical: string | null;
  readonly is_news: boolean;
  readonly audit_seq: number | null;
  readonly audit_hash: Buffer | null;
  readonly event_seq: number | null;
};

/** Of a school: the last numbers given so far, and the first number this batch gives. */
type Head = { auditSeq: number; hash: Buffer; eventSeq: number; readonly firstEvent: number };

function headOf(row: WaitingRow): Head {
  const eventSeq = row.event_seq ?? 0;
  return {
    auditSeq: row.audit_seq ?? 0,
    hash: row.audit_hash ?? genesis,
    eventSeq,
    firstEvent: eventSeq + 1,
  };
}

// Waiting acts and news in the order of their moments, with the heads of their schools; both tables are nearly empty.
const waitingRows = statement(
  'platform.waitingRows',
  `select w.*, h.audit_seq, h.audit_hash, h.event_seq
   from (
     (select p.school_id, p.id, p.at, ${canonicalColumns('p')} as canonical, p.topics is not null as is_news
      from platform.audit_pending p order by p.at, p.id limit $1)
     union all
     (select o.school_id, o.id, o.at, null, true from platform.outbox o order by o.at, o.id limit $1)
   ) w
   left join platform.stream_head h on h.school_id = w.school_id
   order by w.at, w.id`,
);

// Moves rows from waiting into chain and stream, moves the heads, tells the listeners at commit; primary keys.
const moveRows = statement(
  'platform.sealRows',
  `with act_given as (
     select * from unnest($1::int[], $2::uuid[], $3::bigint[], $4::bytea[], $5::bigint[]) as g (school_id, id, seq, hash, event_seq)
   ), news_given as (
     select * from unnest($6::int[], $7::uuid[], $8::bigint[]) as g (school_id, id, event_seq)
   ), head as (
     select * from unnest($9::int[], $10::bigint[], $11::bytea[], $12::bigint[], $13::bigint[])
       as g (school_id, audit_seq, audit_hash, event_seq, first_event)
   ), act as (
     delete from platform.audit_pending p using act_given g where p.school_id = g.school_id and p.id = g.id
     returning p.*, g.seq, g.hash, g.event_seq
   ), news as (
     delete from platform.outbox o using news_given g where o.school_id = g.school_id and o.id = g.id
     returning o.*, g.event_seq
   ), sealed as (
     insert into platform.audit_seal (school_id, seq, id, at, account_id, person_id, session_id, action, subject, hash)
     select school_id, seq, id, at, account_id, person_id, session_id, action, subject, hash from act
   ), told as (
     insert into platform.event (school_id, seq, id, at, name, topics, payload)
     select school_id, event_seq, id, at, event_name, topics, subject from act where event_seq is not null
     union all
     select school_id, event_seq, id, at, name, topics, payload from news
   ), heads as (
     insert into platform.stream_head (school_id, audit_seq, audit_hash, event_seq)
     select school_id, audit_seq, audit_hash, event_seq from head
     on conflict (school_id) do update set
       audit_seq = excluded.audit_seq, audit_hash = excluded.audit_hash, event_seq = excluded.event_seq
   ), notified as (
     select pg_notify('${eventChannel}',
       json_build_object('school', school_id, 'from', first_event, 'to', event_seq)::text)::text as told
     from head where event_seq >= first_event
   )
   select ((select count(*) from act) + (select count(*) from news) + 0 * (select count(told) from notified))::text`,
);

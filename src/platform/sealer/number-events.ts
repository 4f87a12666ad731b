import { statement, type UnfencedTx } from '../db/tx.ts';

/** Events of one school that got their numbers together: `from` to `to`. */
export type NumberedEvents = { readonly school: number; readonly from: number; readonly to: number };

/** The channel on which the sealer, and nobody else, tells that a school has new events. */
export const eventChannel = 'parta_events';

/**
 * Gives up to `limit` committed events of the outbox their numbers and moves them into the stream.
 * A slow transaction's event is not visible before its commit and so gets a later number: whoever
 * remembers the last number it read misses nothing.
 */
export async function numberEvents(tx: UnfencedTx, limit: number): Promise<readonly NumberedEvents[]> {
  return tx.rows<NumberedEvents>(moveEvents, [limit]);
}

// Moves waiting events into the streams of their schools and tells the listeners at commit.
const moveEvents = statement(
  'platform.numberEvents',
  `with batch as materialized (
     select o.*, coalesce(h.event_seq, 0) + row_number() over (partition by o.school_id order by o.at, o.id) as seq
     from (select * from platform.outbox order by at, id limit $1) o
     left join platform.stream_head h on h.school_id = o.school_id
   ), taken as (
     delete from platform.outbox o using batch b where o.school_id = b.school_id and o.id = b.id
   ), told as (
     insert into platform.event (school_id, seq, id, at, name, topics, payload)
     select school_id, seq, id, at, name, topics, payload from batch
   ), range as (
     select school_id, min(seq) as first, max(seq) as last from batch group by school_id
   ), heads as (
     insert into platform.stream_head (school_id, event_seq) select school_id, last from range
     on conflict (school_id) do update set event_seq = excluded.event_seq
   )
   select school_id as school, first as "from", last as "to",
     pg_notify('${eventChannel}', json_build_object('school', school_id, 'from', first, 'to', last)::text)::text as notified
   from range`,
);

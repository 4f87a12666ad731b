import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../db/database.ts';
import type { Listening } from '../db/listen.ts';
import { statement } from '../db/tx.ts';
import { eventChannel } from '../sealer/seal-batch.ts';

/** An event of a school's stream; `payload` is JSON text, sent on as it is. */
export type StreamEvent = {
  readonly schoolId: number;
  readonly seq: number;
  readonly name: string;
  readonly topics: readonly string[];
  readonly payload: string;
};

export type FeedListener = {
  /** A school's new events, in order, each once. */
  readonly onEvents: (schoolId: number, events: readonly StreamEvent[]) => void;
  /** The school now stands at `seq`; what lies between was not read. */
  readonly onJump: (schoolId: number, seq: number) => void;
  /** Whether the feed hears everything at the moment. */
  readonly onCurrent: (current: boolean) => void;
};

/** The process's ear on the streams of all schools. */
export type EventFeed = {
  /** Listens, reads where the schools stand, and goes on from there. */
  start(): Promise<void>;
  /** The number of the last event handed to the listener. */
  lastSeq(schoolId: number): number;
  /** Resolves when events up to a number were handed on, or at once when the school has none of that number. */
  arrival(schoolId: number, seq: number): Promise<void>;
  /** Events after one number up to another, from memory or the database; null when too many. */
  between(schoolId: number, after: number, upTo: number): Promise<readonly StreamEvent[] | null>;
  stop(): Promise<void>;
};

type FeedNeeds = {
  readonly database: Pick<Database, 'jobs' | 'listen'>;
  readonly log: Pick<FastifyBaseLogger, 'error'>;
};

type School = { last: number; target: number; reading: boolean; recent: StreamEvent[] };

const rowsAtOnce = 500;
/** A listener that missed more reads its screens again; that is cheaper for both sides. */
const longestReplay = 2_000;
const rememberedEvents = 300;
const patienceMs = 500;
const arrivalLookMs = 5;

export function eventFeed({ database, log }: FeedNeeds, listener: FeedListener): EventFeed {
  const schools = new Map<number, School>();
  let listening: Listening | null = null;
  let begun = false;
  let stopped = false;
  let retry: NodeJS.Timeout | null = null;

  function schoolOf(schoolId: number): School {
    const known = schools.get(schoolId);
    if (known) return known;
    const made = { last: 0, target: 0, reading: false, recent: [] };
    schools.set(schoolId, made);
    return made;
  }

  async function readOn(schoolId: number, to: number): Promise<void> {
    const school = schoolOf(schoolId);
    school.target = Math.max(school.target, to);
    if (school.reading || !begun) return;
    school.reading = true;
    try {
      while (school.last < school.target && !stopped) {
        const events = await readEvents(database, { schoolId, after: school.last, upTo: school.target });
        if (events.length === 0) break;
        school.last = events.at(-1)?.seq ?? school.last;
        school.recent = [...school.recent, ...events].slice(-rememberedEvents);
        listener.onEvents(schoolId, events);
      }
    } finally {
      school.reading = false;
    }
  }

  /** A school whose process begins now, or that ran too far ahead, goes on from its head. */
  function jump({ schoolId, seq }: Head): void {
    const school = schoolOf(schoolId);
    school.last = seq;
    school.recent = [];
    listener.onJump(schoolId, seq);
  }

  async function catchUp(): Promise<void> {
    for (const head of await readHeads(database)) {
      const school = schoolOf(head.schoolId);
      if (!school.reading && head.seq - school.last > longestReplay) jump(head);
      await readOn(head.schoolId, head.seq);
    }
    listener.onCurrent(true);
  }

  function fallBehind(cause: unknown): void {
    listener.onCurrent(false);
    log.error({ err: cause, code: 'eventsUnread' }, 'new events cannot be read yet');
    if (!stopped) retry = setTimeout(() => void catchUp().catch(fallBehind), patienceMs);
  }

  return {
    async start() {
      listening = await database.listen([eventChannel], {
        onMessage: (_, payload) => {
          const { school, to } = JSON.parse(payload) as { school: number; to: number };
          readOn(school, to).catch(fallBehind);
        },
        onLost: () => listener.onCurrent(false),
        onReconnect: () => void catchUp().catch(fallBehind),
      });
      for (const head of await readHeads(database)) jump(head);
      begun = true;
      for (const [schoolId, { target }] of schools) await readOn(schoolId, target);
      listener.onCurrent(true);
    },
    lastSeq: (schoolId) => schools.get(schoolId)?.last ?? 0,
    async arrival(schoolId, seq) {
      if (schoolOf(schoolId).last >= seq) return;
      const head = (await readHeads(database)).find((one) => one.schoolId === schoolId)?.seq ?? 0;
      if (head < seq) return;
      // Another reading may be under way: it goes on to the target set here.
      while (schoolOf(schoolId).last < seq && !stopped) {
        await readOn(schoolId, head);
        if (schoolOf(schoolId).last < seq) await pause(arrivalLookMs);
      }
    },
    async between(schoolId, after, upTo) {
      const recent = schools.get(schoolId)?.recent ?? [];
      const first = recent[0]?.seq ?? Number.POSITIVE_INFINITY;
      if (first <= after + 1) return recent.filter(({ seq }) => seq > after && seq <= upTo);
      if (upTo - after > longestReplay) return null;
      const events: StreamEvent[] = [];
      for (let from = after; from < upTo; from = events.at(-1)?.seq ?? upTo) {
        const page = await readEvents(database, { schoolId, after: from, upTo });
        if (page.length === 0) break;
        events.push(...page);
      }
      return events;
    },
    async stop() {
      stopped = true;
      if (retry) clearTimeout(retry);
      await listening?.close();
    },
  };
}

type Head = { readonly schoolId: number; readonly seq: number };

function readHeads(database: Pick<Database, 'jobs'>): Promise<readonly Head[]> {
  return database.jobs((tx) => tx.rows<Head>(heads));
}

function readEvents(
  database: Pick<Database, 'jobs'>,
  { schoolId, after, upTo }: { schoolId: number; after: number; upTo: number },
): Promise<readonly StreamEvent[]> {
  return database.jobs((tx) => tx.rows<StreamEvent>(eventsBetween, [schoolId, after, upTo, rowsAtOnce]));
}

// Where every school's stream stands; one row per school.
const heads = statement(
  'platform.streamHeads',
  'select school_id as "schoolId", event_seq as seq from platform.stream_head where event_seq > 0',
);

// A piece of a school's stream, in order; primary key.
const eventsBetween = statement(
  'platform.eventsBetween',
  `select school_id as "schoolId", seq, name, topics, payload::text as payload from platform.event
   where school_id = $1 and seq > $2 and seq <= $3 order by seq limit $4`,
);

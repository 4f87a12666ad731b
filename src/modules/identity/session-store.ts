import type { FastifyBaseLogger } from 'fastify';
import type { SignedIn } from '#platform/actor.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Listening } from '#platform/db/listen.ts';
import {
  concerns,
  parseRightsChange,
  rightsChannel,
  type RightsChange,
} from '#platform/realtime/rights-changed.ts';
import { schoolFacts } from './actors/queries.ts';
import { onSharedComputer, type SchoolFacts } from './actors/rules.ts';
import { touchSession } from './sessions/commands.ts';
import { liveSession, type SessionKey, type StoredSession } from './sessions/queries.ts';
import { idleUntil, touchEveryMs } from './sessions/rules.ts';

/** A live session with the rights that were looked up for it. */
export type LiveSession = {
  readonly stored: StoredSession;
  readonly signedIn: SignedIn;
  /** The account's facts in a school, or null when it has no person there. */
  facts(schoolId: number): Promise<SchoolFacts | null>;
};

/**
 * Live sessions in memory, so that a request asks the database for nothing but its own rows. A
 * change of rights is heard from the database and drops what it concerns; while nothing can be
 * heard, nothing is remembered.
 */
export type SessionStore = {
  start(): Promise<void>;
  find(tokenHash: Buffer): Promise<LiveSession | null>;
  byId(id: string): Promise<LiveSession | null>;
  /** Writes down a use, at most once a minute. */
  touch(session: LiveSession): void;
  drop(change: RightsChange): void;
  onChange(listener: (change: RightsChange) => void): () => void;
  stop(): Promise<void>;
};

type Needs = {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Pick<FastifyBaseLogger, 'error'>;
};

type Entry = LiveSession & {
  readonly token: string | null;
  readonly staleAt: number;
  lastSeen: number;
  idleUntil: number;
  readonly expiresAt: number;
};

/** The safety net for rights that changed without a word: a restore, an import, hands in the database. */
const staleAfterMs = 60_000;
const mostSessions = 20_000;

export function sessionStore({ database, clock, log }: Needs): SessionStore {
  const entries = new Map<string, Entry>();
  const idByToken = new Map<string, string>();
  const loading = new Map<string, Promise<Entry | null>>();
  const listeners = new Set<(change: RightsChange) => void>();
  const writing = new Set<Promise<void>>();
  let listening: Listening | null = null;
  let isHearing = false;
  /** Rises with every change: what was read before it is not remembered. */
  let generation = 0;

  function forget(entry: Entry): void {
    entries.delete(entry.stored.id);
    if (entry.token !== null) idByToken.delete(entry.token);
  }

  function drop(change: RightsChange): void {
    generation += 1;
    loading.clear();
    for (const entry of entries.values()) if (concerns(change, entry.signedIn)) forget(entry);
    for (const listener of listeners) listener(change);
  }

  function isFresh(entry: Entry | undefined): entry is Entry {
    const now = clock.now().getTime();
    return entry !== undefined && now < entry.staleAt && now < entry.idleUntil && now < entry.expiresAt;
  }

  async function load(key: SessionKey, token: string | null): Promise<Entry | null> {
    const begun = generation;
    const now = clock.now();
    const stored = await liveSession(database, key, now);
    if (!stored) return null;
    const entry = entryOf(stored, { token, now: now.getTime() });
    if (isHearing && begun === generation) remember(entry);
    return entry;
  }

  function remember(entry: Entry): void {
    const { id } = entry.stored;
    const known = entries.get(id);
    if (known) forget(known);
    const token = entry.token ?? known?.token ?? null;
    entries.set(id, { ...entry, token });
    if (token !== null) idByToken.set(token, id);
    if (entries.size <= mostSessions) return;
    const [oldest] = entries.values();
    if (oldest) forget(oldest);
  }

  /** Requests of one page arrive together; the session is read once for them. */
  function loadOnce(name: string, key: SessionKey, token: string | null): Promise<Entry | null> {
    const running = loading.get(name);
    if (running) return running;
    const begun = load(key, token).finally(() => {
      if (loading.get(name) === begun) loading.delete(name);
    });
    loading.set(name, begun);
    return begun;
  }

  function entryOf(stored: StoredSession, { token, now }: { token: string | null; now: number }): Entry {
    const facts = new Map<number, Promise<SchoolFacts | null>>();
    const { id, accountId, login, persons, needsOwnPassword } = stored;
    const isShared = stored.kind === 'shared';
    const regionRoles = isShared ? [] : stored.regionRoles;
    const read = async (schoolId: number, own: readonly string[]) => {
      const found = await schoolFacts(database, schoolId, own);
      return found && isShared ? onSharedComputer(found) : found;
    };
    return {
      stored,
      signedIn: {
        accountId,
        sessionId: id,
        login,
        persons,
        regionRoles,
        needsOwnPassword,
        needsSecondFactor: false,
      },
      token,
      staleAt: now + staleAfterMs,
      lastSeen: Date.parse(stored.lastSeenAt),
      idleUntil: Date.parse(stored.idleUntil),
      expiresAt: Date.parse(stored.expiresAt),
      facts(schoolId) {
        const own = persons.filter((person) => person.schoolId === schoolId).map(({ personId }) => personId);
        if (own.length === 0) return Promise.resolve(null);
        const known = facts.get(schoolId) ?? read(schoolId, own);
        facts.set(schoolId, known);
        known.catch(() => facts.delete(schoolId));
        return known;
      },
    };
  }

  return {
    async start() {
      listening = await database.listen([rightsChannel], {
        onMessage: (_, payload) => drop(parseRightsChange(payload)),
        onLost: () => {
          isHearing = false;
          drop({ kind: 'everybody' });
        },
        onReconnect: () => {
          isHearing = true;
          drop({ kind: 'everybody' });
        },
      });
      isHearing = true;
    },
    async find(tokenHash) {
      const token = tokenHash.toString('base64');
      const known = entries.get(idByToken.get(token) ?? '');
      return isFresh(known) ? known : loadOnce(token, { tokenHash }, token);
    },
    async byId(id) {
      const known = entries.get(id);
      return isFresh(known) ? known : loadOnce(id, { id }, null);
    },
    touch(session) {
      const entry = entries.get(session.stored.id);
      const now = clock.now();
      if (!entry || now.getTime() - entry.lastSeen < touchEveryMs) return;
      entry.lastSeen = now.getTime();
      entry.idleUntil = idleUntil(entry.stored.kind, now.getTime(), entry.expiresAt);
      const idle = new Date(entry.idleUntil);
      const write = database
        .identity((tx) => touchSession(tx, { id: entry.stored.id, now, idle }))
        .catch((error: unknown) =>
          log.error({ err: error, code: 'sessionUntouched' }, 'a use is not written down'),
        )
        .finally(() => writing.delete(write));
      writing.add(write);
    },
    drop,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      isHearing = false;
      await listening?.close();
      await Promise.all(writing);
    },
  };
}

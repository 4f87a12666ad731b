import type { FastifyBaseLogger } from 'fastify';
import type { SignedIn } from '../actor.ts';
import type { Database } from '../db/database.ts';
import { type AudiencePort, type Reach, reachText } from './audience.ts';
import { eventFeed, type EventFeed, type StreamEvent } from './event-feed.ts';
import {
  beat,
  deliver,
  hintRetry,
  newsStream,
  release,
  send,
  type Line,
  type NewsStream,
} from './news-stream.ts';
import { concerns } from './rights-changed.ts';
import type { StreamPosition } from './stream-position.ts';
import { versionTable, type Versions } from './versions.ts';

/** Hands the events of all schools to versions and open streams. */
export type NewsHub = {
  readonly versions: Versions;
  /** Begins to hear; before it streams stay silent and versions unknown. */
  start(): Promise<void>;
  /** Opens a stream for a session and resumes it after `from`; resolves when it stands or is over. */
  open(signedIn: SignedIn, line: Line, from: StreamPosition | null): Promise<NewsStream>;
  /** The line is gone. */
  close(stream: NewsStream): void;
  openStreams(): number;
  /** Hears every event of every school from now on, and of gaps. Returns the end of it. */
  onEvents(listener: EventListener): () => void;
  /** Ends all streams with a hint to come back spread over some seconds. */
  stop(): Promise<void>;
};

/** What is kept in memory about schools lives by these calls. */
export type EventListener = {
  readonly onEvent: (schoolId: number, event: StreamEvent) => void;
  /** Events may have been missed, of all schools. */
  readonly onGap: () => void;
};

export type HubNeeds = {
  readonly database: Pick<Database, 'jobs' | 'listen'>;
  readonly audience: AudiencePort;
  readonly log: Pick<FastifyBaseLogger, 'error'>;
};

const heartbeatMs = 20_000;
/** Rights end by date too: every stream is evaluated anew each so many heartbeats, spread evenly. */
const beatsBetweenReviews = 15;
const streamsOfOneSession = 16;
const retryMs = 2_000;
const farewellMs = { least: 1_000, most: 5_000 };

export function newsHub({ database, audience, log }: HubNeeds): NewsHub {
  const streams = new Set<NewsStream>();
  const bySchool = new Map<number, Set<NewsStream>>();
  const versions = versionTable();
  const eventListeners = new Set<EventListener>();
  let beats = 0;

  const feed: EventFeed = eventFeed(
    { database, log },
    {
      onEvents(schoolId, events) {
        for (const event of events) {
          versions.advance(schoolId, event.seq, event.topics);
          for (const { onEvent } of eventListeners) onEvent(schoolId, event);
        }
        for (const stream of bySchool.get(schoolId) ?? []) for (const event of events) deliver(stream, event);
      },
      onJump(schoolId, seq) {
        versions.begin(schoolId, seq);
        for (const { onGap } of eventListeners) onGap();
        for (const stream of bySchool.get(schoolId) ?? []) {
          stream.position.set(schoolId, seq);
          send(stream, 'resync');
        }
      },
      onCurrent(current) {
        versions.setCurrent(current);
        for (const { onGap } of eventListeners) onGap();
      },
    },
  );
  let stopHearing: () => void = () => {};
  let heartbeat: NodeJS.Timeout | null = null;

  function beatAll(): void {
    beats += 1;
    let at = beats;
    for (const stream of streams) {
      beat(stream);
      if (at % beatsBetweenReviews === 0) review(stream);
      at += 1;
    }
  }

  function close(stream: NewsStream): void {
    streams.delete(stream);
    for (const schoolId of stream.position.keys()) forget(stream, schoolId);
  }

  function forget(stream: NewsStream, schoolId: number): void {
    const listeners = bySchool.get(schoolId);
    listeners?.delete(stream);
    if (listeners?.size === 0) bySchool.delete(schoolId);
  }

  /** Takes over what the session may hear by now; false when it is over. */
  async function admit(stream: NewsStream, from: StreamPosition | null): Promise<boolean> {
    const reach = await audience.reach(stream.signedIn);
    // Another server was ahead of this one by a moment: what it told is not to be told again.
    for (const { schoolId } of reach ?? []) {
      const heard = from?.get(schoolId);
      if (heard !== undefined) await feed.arrival(schoolId, heard);
    }
    // Closed meanwhile, by its browser or because the server stops.
    if (!streams.has(stream)) {
      stream.line.end();
      return false;
    }
    if (reach === null) {
      send(stream, 'ended');
      close(stream);
      stream.line.end();
      return false;
    }
    applyReach(stream, reach, from);
    return true;
  }

  function applyReach(stream: NewsStream, reach: readonly Reach[], from: StreamPosition | null): void {
    stream.reach.clear();
    for (const one of reach) stream.reach.set(one.schoolId, one);
    for (const schoolId of stream.position.keys()) {
      if (stream.reach.has(schoolId)) continue;
      stream.position.delete(schoolId);
      forget(stream, schoolId);
    }
    for (const schoolId of stream.reach.keys()) {
      if (stream.position.has(schoolId)) continue;
      const last = feed.lastSeq(schoolId);
      // A number from before a restore lies in the future: begin again from what is.
      stream.position.set(schoolId, Math.min(from?.get(schoolId) ?? last, last));
      const listeners = bySchool.get(schoolId) ?? new Set();
      bySchool.set(schoolId, listeners.add(stream));
    }
  }

  /** Rights may have changed: nothing is sent until they are known. */
  function review(stream: NewsStream): void {
    stream.doubtful = true;
    if (stream.held) return;
    stream.held = [];
    void settle(stream);
  }

  /** Evaluates rights until no change is left unseen, then lets go what was held. */
  async function settle(stream: NewsStream): Promise<void> {
    try {
      while (stream.doubtful) {
        stream.doubtful = false;
        const before = reachText(stream.reach.values());
        if (!(await admit(stream, null))) return;
        // What is open may show what may no longer be seen, or lack what now may.
        if (reachText(stream.reach.values()) !== before) send(stream, 'resync');
      }
      release(stream);
    } catch (error) {
      log.error({ err: error, code: 'streamRights' }, 'the rights of a stream cannot be read');
      close(stream);
      stream.line.end();
    }
  }

  async function replay(stream: NewsStream): Promise<void> {
    for (const [schoolId, after] of stream.position) {
      const missed = await feed.between(schoolId, after, feed.lastSeq(schoolId));
      if (missed === null) {
        stream.position.set(schoolId, feed.lastSeq(schoolId));
        send(stream, 'resync');
        continue;
      }
      passOn(stream, missed);
    }
  }

  /** Sends missed events past the held ones. */
  function passOn(stream: NewsStream, missed: readonly StreamEvent[]): void {
    const { held } = stream;
    stream.held = null;
    for (const event of missed) deliver(stream, event);
    stream.held = held;
  }

  function endOldest(sessionId: string): void {
    const own = [...streams].filter(({ signedIn }) => signedIn.sessionId === sessionId);
    if (own.length < streamsOfOneSession) return;
    const [oldest] = own;
    if (!oldest) return;
    close(oldest);
    oldest.line.end();
  }

  return {
    versions,
    async start() {
      await feed.start();
      stopHearing = audience.onChange((change) => {
        for (const stream of streams) if (concerns(change, stream.signedIn)) review(stream);
      });
      heartbeat = setInterval(beatAll, heartbeatMs);
      heartbeat.unref();
    },
    async open(signedIn, line, from) {
      endOldest(signedIn.sessionId);
      const stream = newsStream(signedIn, line);
      streams.add(stream);
      hintRetry(stream, retryMs);
      if (!(await admit(stream, from))) return stream;
      send(stream, 'ready');
      await replay(stream);
      await settle(stream);
      return stream;
    },
    close,
    openStreams: () => streams.size,
    onEvents(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    async stop() {
      if (heartbeat) clearInterval(heartbeat);
      stopHearing();
      for (const stream of streams) {
        hintRetry(stream, farewellMs.least + Math.random() * (farewellMs.most - farewellMs.least));
        stream.line.end();
      }
      streams.clear();
      bySchool.clear();
      await feed.stop();
    },
  };
}

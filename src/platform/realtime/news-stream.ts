import type { SignedIn } from '../actor.ts';
import type { Reach } from './audience.ts';
import type { StreamEvent } from './event-feed.ts';
import { formatPosition } from './stream-position.ts';
import { visibleNews } from './visible-news.ts';

/** The line to one browser. `write` answers false when it is slow; `drop` ends it without a word. */
export type Line = {
  write(text: string): boolean;
  /** Bytes that wait to be taken. */
  waiting(): number;
  end(): void;
  drop(): void;
};

/** One open stream: who hears it, how far it is, and its line. */
export type NewsStream = {
  readonly signedIn: SignedIn;
  readonly line: Line;
  readonly reach: Map<number, Reach>;
  readonly position: Map<number, number>;
  /** Events that wait until rights are known or missed events are sent; null = goes straight. */
  held: StreamEvent[] | null;
  /** Have rights changed since they were last evaluated? */
  doubtful: boolean;
  /** Has the position moved since the last `id:` sent? */
  moved: boolean;
};

/** A browser that takes nothing for so long is dropped; it comes back and catches up. */
const mostWaitingBytes = 262_144;

export function newsStream(signedIn: SignedIn, line: Line): NewsStream {
  return { signedIn, line, reach: new Map(), position: new Map(), held: [], doubtful: false, moved: false };
}

/** Sends an event when the listener may hear it, and moves its position. Known numbers are skipped. */
export function deliver(stream: NewsStream, event: StreamEvent): void {
  if (stream.held) {
    stream.held.push(event);
    return;
  }
  const reach = stream.reach.get(event.schoolId);
  const last = stream.position.get(event.schoolId);
  if (!reach || last === undefined || event.seq <= last) return;
  stream.position.set(event.schoolId, event.seq);
  const news = visibleNews(event, reach);
  if (news === null) stream.moved = true;
  else send(stream, 'news', news);
}

/** Lets the held events go, in order. */
export function release(stream: NewsStream): void {
  const held = stream.held ?? [];
  stream.held = null;
  for (const event of held) deliver(stream, event);
}

/** Writes one event of the stream with the listener's position. */
export function send(stream: NewsStream, name: string, json = '{}'): void {
  stream.moved = false;
  write(stream, `id: ${formatPosition(stream.position)}\nevent: ${name}\ndata: ${json}\n\n`);
}

/** A sign of life; silently carries the position past events that were not for this listener. */
export function beat(stream: NewsStream): void {
  if (stream.moved && !stream.held) write(stream, `id: ${formatPosition(stream.position)}\n\n`);
  else write(stream, ':\n\n');
  stream.moved &&= stream.held !== null;
}

/** How long the browser waits before it comes back. */
export function hintRetry(stream: NewsStream, milliseconds: number): void {
  write(stream, `retry: ${Math.round(milliseconds)}\n\n`);
}

function write(stream: NewsStream, text: string): void {
  if (stream.line.write(text)) return;
  if (stream.line.waiting() > mostWaitingBytes) stream.line.drop();
}

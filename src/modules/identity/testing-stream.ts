import { expect } from 'vitest';
import type { NewsMessage } from '#platform/realtime/contract.ts';
import { signedInAs, type TestServer } from './testing-school.ts';

/** A browser’s end of the event stream. */
export type EventReader = {
  readonly cookie: string;
  text(): string;
  all(): NewsMessage[];
  /** Waits for so many messages. */
  news(count: number): Promise<NewsMessage[]>;
  lastEventId(): string;
  isOver(): boolean;
  close(): void;
};

/** Opens a stream as this login; resolves when it stands. */
export async function listen(
  server: TestServer,
  login: string,
  options: { readonly cookie?: string; readonly lastEventId?: string } = {},
): Promise<EventReader> {
  const cookie = options.cookie ?? (await signedInAs(server, login));
  const stop = new AbortController();
  const answer = await fetch(`${server.url}/api/events`, {
    signal: stop.signal,
    headers: { cookie, ...(options.lastEventId ? { 'last-event-id': options.lastEventId } : {}) },
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  let over = false;
  let closed = false;
  const decoder = new TextDecoder();
  const reading = (async () => {
    for await (const piece of answer.body ?? []) if (!closed) text += decoder.decode(piece, { stream: true });
  })();
  reading
    .catch(() => {})
    .finally(() => {
      over = true;
    });
  // What is cut off in the middle was not received.
  const whole = () => text.slice(0, text.lastIndexOf('\n\n') + 2);
  const all = () =>
    [...whole().matchAll(/event: news\ndata: (.*)\n/g)].map(
      ([, data]) => JSON.parse(data ?? '') as NewsMessage,
    );
  const reader: EventReader = {
    cookie,
    text: () => text,
    all,
    async news(count) {
      await expect.poll(() => all().length, { timeout: 5_000, interval: 5 }).toBeGreaterThanOrEqual(count);
      return all();
    },
    lastEventId: () => [...whole().matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? '',
    isOver: () => over,
    close() {
      closed = true;
      stop.abort();
    },
  };
  await expect.poll(() => text).toContain('event: ready');
  return reader;
}

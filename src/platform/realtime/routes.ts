import type { FastifyReply } from 'fastify';
import { serve, type Route } from '../serve.ts';
import { getEvents } from './contract.ts';
import type { Line } from './news-stream.ts';
import { parsePosition } from './stream-position.ts';

/**
 * `X-Accel-Buffering` keeps a proxy from gathering events before it passes them on. The connection
 * ends with its stream: kept alive, it would hold up the server's stop.
 */
const streamHeaders = {
  connection: 'close',
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-accel-buffering': 'no',
};

/** The event stream: what each listener hears is decided event by event from its rights. */
export const realtimeRoutes: readonly Route[] = [
  serve(getEvents, {
    policy: { signedIn: true },
    async handle({ platform, signedIn, request }, reply) {
      const line = openLine(reply);
      const given = request.headers['last-event-id'];
      const from = parsePosition(typeof given === 'string' ? given : undefined);
      const stream = await platform.news.open(signedIn, line, from);
      reply.raw.on('close', () => platform.news.close(stream));
      if (reply.raw.destroyed) platform.news.close(stream);
    },
  }),
];

function openLine(reply: FastifyReply): Line {
  reply.hijack();
  const { raw } = reply;
  raw.on('error', () => raw.destroy());
  raw.socket?.setNoDelay(true);
  raw.writeHead(200, streamHeaders);
  raw.flushHeaders();
  return {
    write: (text) => raw.destroyed || raw.write(text),
    waiting: () => raw.writableLength,
    end: () => raw.end(),
    drop: () => raw.destroy(),
  };
}

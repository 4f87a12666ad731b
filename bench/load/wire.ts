import { connect } from 'node:net';
import type { PlannedRequest } from './plan.ts';

/** One keep-alive connection with one request in flight at a time. */
export type Wire = { send(request: Buffer): void; close(): void };

export type WireAnswer = { readonly status: number; readonly body: Buffer };

/** The request as it goes over the wire. */
export function encodeRequest({ method, path, headers, body }: PlannedRequest): Buffer {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}`);
  if (body !== undefined) {
    lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
  }
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
}

/**
 * Opens a connection that hands over each answer whole. It reads just what both servers send (answers
 * with a length): parsing less than node:http does, the generator leaves the two cores to those it measures.
 */
export function openWire(
  port: number,
  on: { readonly answer: (answer: WireAnswer) => void; readonly lost: (cause: string) => void },
): Promise<Wire> {
  const { promise, resolve, reject } = Promise.withResolvers<Wire>();
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let kept: Buffer = Buffer.alloc(0);
  let closing = false;
  socket.once('connect', () => {
    resolve({
      send: (request) => void socket.write(request),
      close: () => {
        closing = true;
        socket.destroy();
      },
    });
  });
  socket.on('data', (chunk) => {
    kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    const answer = wholeAnswer(kept);
    if (answer === null) return;
    kept = Buffer.alloc(0);
    on.answer(answer);
  });
  socket.once('error', reject);
  socket.on('close', () => {
    if (!closing) on.lost('the connection was closed');
  });
  return promise;
}

function wholeAnswer(bytes: Buffer): WireAnswer | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const head = bytes.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const length = status === 304 || status === 204 ? 0 : lengthIn(head);
  if (bytes.length < end + 4 + length) return null;
  return { status, body: bytes.subarray(end + 4, end + 4 + length) };
}

function lengthIn(head: string): number {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without a length:\n${head}`);
  return Number(length);
}

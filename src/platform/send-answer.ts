import type { FastifyReply, FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import { type EndpointSpec, storedFile } from './contract.ts';
import { entityTag, matchesTag } from './entity-tag.ts';
import type { Headers } from './headers.ts';
import { KnownFault } from './log.ts';
import type { RawJson, Reply } from './reply.ts';
import type { Send } from './route-answer.ts';
import { type FileAnswer, sendStoredFile } from './send-file.ts';

/**
 * Turns what a route's `run` returned into the answer: raw JSON as it is, null as 204, anything
 * else serialised.
 */
export function answerSender(headers: Headers): Send {
  return (reply, request, answer) => {
    reply.headers(headers);
    if (isFile(answer)) return sendStoredFile(reply, answer);
    if (!isReply(answer)) return sendValue(reply, request, answer);
    for (const [name, value] of Object.entries(answer.headers)) reply.header(name, value);
    return sendValue(reply, request, answer.value);
  };
}

/**
 * The same, but holding every answer to the endpoint's reply schema: raw JSON passes no output
 * schema on its way, so tests and development check what a field mask let through.
 */
export function checkedSender(endpoint: EndpointSpec, send: Send): Send {
  const schema = Compile(endpoint.reply);
  return (reply, request, answer) => {
    if (isFile(answer) && endpoint.reply === storedFile) return send(reply, request, answer);
    const value = isReply(answer) ? answer.value : answer;
    const told: unknown = isRawJson(value) ? JSON.parse(value.text) : roundTrip(value);
    if (schema.Check(told)) return send(reply, request, answer);
    const [fault] = schema.Errors(told);
    throw new KnownFault(
      `the reply of ${endpoint.id} breaks its contract at ${fault?.instancePath ?? ''}: ${fault?.keyword ?? ''} ${JSON.stringify(fault?.params)}`,
    );
  };
}

function sendValue(reply: FastifyReply, request: FastifyRequest, value: unknown): FastifyReply {
  if (value === null || value === undefined) return reply.removeHeader('content-type').code(204).send();
  if (!isRawJson(value)) return reply.send(JSON.stringify(value));
  if (value.etag === null) return reply.send(value.text);
  reply.header('etag', entityTag(value.etag));
  const known = request.method === 'GET' && matchesTag(request.headers['if-none-match'], value.etag);
  return known ? reply.removeHeader('content-type').code(304).send() : reply.send(value.text);
}

function roundTrip(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

function isReply(answer: unknown): answer is Reply<unknown> {
  return isKind(answer, 'reply') && 'headers' in answer;
}

function isFile(answer: unknown): answer is FileAnswer {
  return isKind(answer, 'file') && 'file' in answer;
}

function isRawJson(value: unknown): value is RawJson {
  return isKind(value, 'rawJson');
}

function isKind(value: unknown, kind: string): value is { kind: string } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}

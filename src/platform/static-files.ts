import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { entityTag, matchesTag } from './entity-tag.ts';
import type { Headers } from './headers.ts';

/**
 * Serves the built web client. Its files are read once at start and each gets a route of its own:
 * an address can only hit a file that was there, so there is no path to climb out of. Files under
 * `assets/` carry a hash in their name and are kept for a year; the rest is asked for anew each
 * time. A sibling `.br` or `.gz` is sent to those who take it.
 */
export function serveStaticFiles(app: FastifyInstance, at: { directory: string; headers: Headers }): void {
  if (!existsSync(at.directory)) return;
  for (const file of filesIn(at.directory)) {
    app.route({
      method: 'GET',
      url: file.path,
      config: { template: '/static', quiet: true },
      handler: (request, reply) => sendFile(file, { request, reply, headers: at.headers }),
    });
  }
}

type StaticFile = {
  readonly path: string;
  readonly type: string;
  readonly version: string;
  readonly immutable: boolean;
  readonly plain: Buffer;
  readonly packed: readonly { readonly encoding: string; readonly body: Buffer }[];
};

const packings = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
] as const;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Files of a kind not listed (source maps, the build manifest, HTML shells) are not public. */
function filesIn(directory: string): StaticFile[] {
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const present = new Set(names);
  return names.flatMap((name) => {
    const type = types[extname(name)];
    if (!type || name.split('/').some((part) => part.startsWith('.'))) return [];
    const plain = readFileSync(join(directory, name));
    return {
      path: `/${name}`,
      type,
      version: createHash('sha256').update(plain).digest('base64url').slice(0, 16),
      immutable: name.startsWith('assets/'),
      plain,
      packed: packings
        .filter(({ suffix }) => present.has(name + suffix))
        .map(({ encoding, suffix }) => ({ encoding, body: readFileSync(join(directory, name + suffix)) })),
    };
  });
}

function sendFile(
  file: StaticFile,
  at: { request: FastifyRequest; reply: FastifyReply; headers: Headers },
): FastifyReply {
  const { request, reply } = at;
  reply.headers(at.headers);
  reply.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  reply.header('etag', entityTag(file.version));
  if (file.packed.length > 0) reply.header('vary', 'accept-encoding');
  if (matchesTag(request.headers['if-none-match'], file.version)) return reply.code(304).send();
  const accepted = String(request.headers['accept-encoding'] ?? '').split(/\s*,\s*/);
  const packed = file.packed.find(({ encoding }) => accepted.some((part) => part.split(';')[0] === encoding));
  if (packed) reply.header('content-encoding', packed.encoding);
  return reply.type(file.type).send(packed?.body ?? file.plain);
}

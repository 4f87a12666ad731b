import type { FastifyInstance } from 'fastify';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

/** Below this a packet holds the answer anyway. */
const smallest = 1024;

/** Up to this many bytes compressing on the spot costs less than a visit to the thread pool. */
const largestOnTheSpot = 128 * 1024;

/**
 * Compresses JSON and HTML for clients that ask. On a 7.6 KB answer zstd took 0.03 ms for 1,441
 * bytes, gzip 0.035 ms for 1,518 and brotli 0.08 ms for 1,424: zstd first, then brotli for its size.
 */
export function compressAnswers(app: FastifyInstance): void {
  // oxlint-disable-next-line max-params -- Fastify's own; its async form costs every answer a turn
  app.addHook('onSend', (request, reply, payload, done) => {
    const accepted = request.headers['accept-encoding'];
    if (accepted === undefined || typeof payload !== 'string' || payload.length < smallest) {
      done();
      return;
    }
    reply.header('vary', 'accept-encoding');
    const encoding = encodings.find((candidate) => accepts(accepted, candidate.name));
    if (!encoding || reply.getHeader('content-encoding') !== undefined) {
      done();
      return;
    }
    reply.header('content-encoding', encoding.name).removeHeader('content-length');
    const body = Buffer.from(payload);
    if (body.length <= largestOnTheSpot) {
      done(null, encoding.onTheSpot(body));
      return;
    }
    encoding.inThePool(body).then((compressed) => done(null, compressed), done);
  });
}

const zstdOptions = { params: { [zlib.constants.ZSTD_c_compressionLevel]: 3 } };
const brotliOptions = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } };
const gzipOptions = { level: 4 };

const zstdInPool = promisify(zlib.zstdCompress);
const brotliInPool = promisify(zlib.brotliCompress);
const gzipInPool = promisify(zlib.gzip);

/** By preference. */
const encodings = [
  {
    name: 'zstd',
    onTheSpot: (body: Buffer) => zlib.zstdCompressSync(body, zstdOptions),
    inThePool: (body: Buffer) => zstdInPool(body, zstdOptions),
  },
  {
    name: 'br',
    onTheSpot: (body: Buffer) => zlib.brotliCompressSync(body, brotliOptions),
    inThePool: (body: Buffer) => brotliInPool(body, brotliOptions),
  },
  {
    name: 'gzip',
    onTheSpot: (body: Buffer) => zlib.gzipSync(body, gzipOptions),
    inThePool: (body: Buffer) => gzipInPool(body, gzipOptions),
  },
] as const;

/** Is the encoding listed, and not with `q=0`? */
function accepts(header: string, name: string): boolean {
  return header.split(',').some((part) => {
    const [coding, ...parameters] = part.split(';').map((piece) => piece.trim());
    return coding === name && !parameters.some((parameter) => /^q=0(\.0+)?$/.test(parameter));
  });
}

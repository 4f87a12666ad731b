import type { FastifyReply } from 'fastify';

/** Sends bytes as a file to be saved; what it holds is kept nowhere on the way. */
export async function sendFile(
  reply: FastifyReply,
  bytes: Buffer | string,
  file: {
    /** With its ending, in any language. */
    readonly name: string;
    readonly type: string;
  },
): Promise<void> {
  const ending = /\.\w+$/u.exec(file.name)?.[0] ?? '';
  const name = encodeURIComponent(file.name).replaceAll(/['()*]/g, percentEncoded);
  await reply
    .header('content-type', file.type)
    .header('content-disposition', `attachment; filename="file${ending}"; filename*=UTF-8''${name}`)
    .header('cache-control', 'no-store')
    .send(bytes);
}

const percentEncoded = (sign: string) => `%${sign.codePointAt(0)?.toString(16).toUpperCase()}`;

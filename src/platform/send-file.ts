import type { FastifyReply } from 'fastify';
import type { OpenFile } from './files/store.ts';

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
  await reply
    .header('content-type', file.type)
    .header('content-disposition', disposition('attachment', file.name))
    .header('cache-control', 'no-store')
    .send(bytes);
}

/** What `run` answers to have a kept file sent. */
export type FileAnswer = {
  readonly kind: 'file';
  readonly file: OpenFile;
  readonly name: string;
  readonly type: string;
  /** The browser may show it; else it is saved. */
  readonly isShown: boolean;
};

export function fileAnswer(answer: Omit<FileAnswer, 'kind'>): FileAnswer {
  return { kind: 'file', ...answer };
}

/**
 * Sends somebody's file so that it stays a file: never another type than it was kept as, and where the browser shows it,
 * with neither scripts nor anything loaded.
 */
export function sendStoredFile(reply: FastifyReply, { file, name, type, isShown }: FileAnswer): FastifyReply {
  return reply
    .header('content-type', type)
    .header('content-length', file.size)
    .header('content-disposition', disposition(isShown ? 'inline' : 'attachment', name))
    .header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'")
    .header('cache-control', 'private, no-store')
    .send(file.stream);
}

/** RFC 6266: the name in any language, and a plain one for what cannot read it. */
function disposition(way: 'attachment' | 'inline', fileName: string): string {
  const ending = /\.\w+$/u.exec(fileName)?.[0] ?? '';
  const name = encodeURIComponent(fileName).replaceAll(/['()*]/g, percentEncoded);
  return `${way}; filename="file${ending}"; filename*=UTF-8''${name}`;
}

const percentEncoded = (sign: string) => `%${sign.codePointAt(0)?.toString(16).toUpperCase()}`;

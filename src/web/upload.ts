import type { EndpointSpec, ParamsOf, ReplyOf } from '#platform/contract.ts';
import { addressOf, Problem } from './api.ts';
import type { Api } from './client-contract.ts';

/** The keys of the endpoints that take a file. */
type Takes<Set extends Readonly<Record<string, EndpointSpec>>> = {
  [Key in keyof Set & string]: Set[Key] extends { readonly takesFile: true } ? Key : never;
}[keyof Set & string];

export type Upload<Key extends Takes<Api>> = {
  readonly params: ParamsOf<Api[Key]>;
  readonly file: File;
  /** 0 to 1 of the bytes that have left. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
};

/**
 * Sends a file and tells how far it is, which `fetch` cannot. Answers the reply; throws Problem, as `call` does, or the
 * signal's reason.
 */
export function upload<Key extends Takes<Api>>(
  key: Key,
  { params, file, onProgress, signal }: Upload<Key>,
): Promise<ReplyOf<Api[Key]>> {
  const { promise, resolve, reject } = Promise.withResolvers<ReplyOf<Api[Key]>>();
  const request = new XMLHttpRequest();
  const [method = '', path = ''] = key.split(' ');
  request.open(method, addressOf(path, { params }));
  request.setRequestHeader('accept', 'application/json');
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed()));
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onProgress(total > 0 ? loaded / total : 0),
  );
  request.addEventListener('load', () => {
    const reply = jsonOf(request.responseText);
    if (request.status >= 200 && request.status < 300 && reply !== null) resolve(reply as ReplyOf<Api[Key]>);
    else reject(new Problem(problemOf(request.status, reply)));
  });
  const lost = () => reject(new Problem({ code: 'offline', status: 0 }));
  request.addEventListener('error', lost);
  request.addEventListener('timeout', lost);
  request.addEventListener('abort', () => reject(signal.reason as Error));
  signal.addEventListener('abort', () => request.abort());
  request.send(file);
  return promise;
}

type Document = ConstructorParameters<typeof Problem>[0];

/** A proxy between us and the server answers with pages of its own, such as for what is too large for it. */
function problemOf(status: number, reply: unknown): Document {
  if (typeof reply === 'object' && reply !== null && 'code' in reply) return reply as Document;
  if (status === 413) return { code: 'tooLarge', status };
  return { code: status >= 500 ? 'databaseUnavailable' : 'internal', status };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

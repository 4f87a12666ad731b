import { Agent, request } from 'node:http';

/** One sign-in as the form's API takes it. */
export type Try = {
  readonly login: string;
  readonly password: string;
  /** Where it comes from: an address of the loopback network. */
  readonly from: string;
  readonly cookie?: string;
};

export type Answer = {
  readonly status: number;
  readonly ms: number;
  readonly code: string | null;
  /** How long a refusal asks to wait. */
  readonly waitSeconds: number;
  /** `Set-Cookie` texts without their attributes. */
  readonly cookie: string;
};

type Refusal = { readonly code?: string; readonly facts?: { readonly seconds?: number } | null };

const agents = new Map<string, Agent>();

function agentOf(address: string): Agent {
  const known = agents.get(address) ?? new Agent({ keepAlive: true, localAddress: address });
  agents.set(address, known);
  return known;
}

export function closeConnections(): void {
  for (const agent of agents.values()) agent.destroy();
}

/** Tries to sign in, from an address of its own. */
export function attempt(port: number, { login, password, from, cookie }: Try): Promise<Answer> {
  const body = JSON.stringify({ login, password });
  const began = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sent = request(
    {
      host: '127.0.0.1',
      port,
      path: '/api/session',
      method: 'POST',
      agent: agentOf(from),
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...(cookie === undefined ? {} : { cookie }),
      },
    },
    (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const { code = null, facts } = JSON.parse(text === '' ? '{}' : text) as Refusal;
        const cookies = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0] ?? '');
        resolve({
          status: answer.statusCode ?? 0,
          ms: performance.now() - began,
          code,
          waitSeconds: facts?.seconds ?? 0,
          cookie: cookies.join('; '),
        });
      });
    },
  );
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

/** Makes them, so many at once; the answers in their order. */
export async function attemptAll(
  port: number,
  tries: readonly Try[],
  atOnce: number,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < tries.length; at = next++) {
      const one = tries[at];
      if (one) answers[at] = await attempt(port, one);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return answers;
}

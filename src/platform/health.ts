import { Type } from 'typebox';
import { endpoint, object } from './contract.ts';
import type { Platform } from './platform.ts';
import { Problem } from './problem.ts';
import { unsealedAlarmMs } from './sealer/sealer.ts';
import { type Route, serve } from './serve.ts';

/** Codes of what keeps the server from taking work; empty when nothing does. */
export type ReadinessCheck = () => Promise<readonly string[]> | readonly string[];

export const getLiveness = endpoint({
  id: 'health.getLiveness',
  method: 'GET',
  path: '/api/health/live',
  summary: 'The process answers; says nothing of the database.',
  tags: ['health'],
  stored: false,
  reply: object({ state: Type.Literal('live') }),
});

export const getReadiness = endpoint({
  id: 'health.getReadiness',
  method: 'GET',
  path: '/api/health/ready',
  summary: 'The server takes work; the facts of a refusal name what is missing.',
  tags: ['health'],
  stored: false,
  /** `warnings`: codes of what does not work, though the server does. */
  reply: object({ state: Type.Literal('ready'), warnings: Type.Array(Type.String()) }),
  refusals: { notReady: 503 },
});

/** How long one look at the database serves all who ask. */
const freshMs = 1000;

/** A database that is gone keeps connections waiting; a probe wants its answer at once. */
const patienceMs = 2000;

/** `live` never touches the database; `ready` asks all checks, at most once a second. */
export function healthRoutes(
  checks: readonly ReadinessCheck[],
  warnings: () => readonly string[],
): readonly Route[] {
  const missing = cachedFor(freshMs, async () => (await Promise.all(checks.map(codesOf))).flat());
  return [
    serve(getLiveness, {
      policy: { public: 'a supervisor asks whether the process answers' },
      run: () => Promise.resolve({ state: 'live' as const }),
    }),
    serve(getReadiness, {
      policy: { public: 'a load balancer asks whether to send work' },
      run: async () => {
        const codes = await missing();
        if (codes.length > 0) throw new Problem('notReady', 503, { facts: { missing: codes } });
        return { state: 'ready' as const, warnings: [...warnings()] };
      },
    }),
  ];
}

/** Does the database answer as each of the server's roles? */
export function databaseCheck(platform: Pick<Platform, 'database'>): ReadinessCheck {
  return async () => {
    await platform.database.ping();
    return [];
  };
}

/** Audit and news stand still when committed rows wait too long for their numbers. */
export function sealerCheck(platform: Pick<Platform, 'sealer'>): ReadinessCheck {
  return async () => ((await platform.sealer.unsealedMs()) > unsealedAlarmMs ? ['sealerBehind'] : []);
}

/** A check that throws or does not come back means the database: it is all that checks wait for. */
async function codesOf(check: ReadinessCheck): Promise<readonly string[]> {
  const late = Promise.withResolvers<readonly string[]>();
  const timer = setTimeout(() => late.resolve(['databaseUnavailable']), patienceMs);
  try {
    return await Promise.race([check(), late.promise]);
  } catch {
    return ['databaseUnavailable'];
  } finally {
    clearTimeout(timer);
  }
}

function cachedFor<Value>(ms: number, load: () => Promise<Value>): () => Promise<Value> {
  let known: { value: Promise<Value>; until: number } | null = null;
  return () => {
    const now = performance.now();
    if (!known || known.until < now) known = { value: load(), until: now + ms };
    return known.value;
  };
}

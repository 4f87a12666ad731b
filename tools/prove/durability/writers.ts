import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CellOutcome } from '#modules/journal/marks/contract.ts';
import { marksBody } from '../../../bench/load/traffic.ts';
import type { MarkPlace } from '../../../bench/load/plan.ts';
import type { Intent, Ledger } from './ledger.ts';

/**
 * How a client behaves. `careful` is what the contract asks for: the same key until there is an answer.
 * The others are the positive controls, faults the check must find.
 */
export type Manner = 'careful' | 'acknowledgesTooEarly' | 'newKeyEachTry';

export type Writing = {
  readonly url: string;
  readonly path: string;
  readonly cookie: string;
  readonly manner: Manner;
  readonly ledger: Ledger;
  /** This share of requests is cut off by the client before it can have read the answer. */
  readonly cutShare: number;
};

export type Writers = {
  /** The moment (performance.now) of the first write that was sent after `since` and acknowledged; null so far. */
  firstAcknowledgedAfter(since: number): number | null;
  /** Finishes what was begun. */
  stop(): Promise<void>;
};

const values = ['5', '4', '3', '2'];
const retryMs = 20;
const patienceMs = 5_000;
/** Long enough for most cut requests to be carried out all the same. */
const longestCutMs = 30;

/** Writers that set marks one after the other, each in cells of its own. */
export function startWriters(writing: Writing, writers: number): Writers {
  const stopping = new AbortController();
  let last: { sent: number; at: number } | null = null;
  const running = Array.from({ length: writers }, async (_, writer) => {
    const cells = writing.ledger.before
      .filter((_, at) => at % writers === writer)
      .map((cell) => ({ ...cell }));
    for (let at = 0; !stopping.signal.aborted; at += 1) {
      const cell = cells[at % cells.length];
      if (!cell) return;
      const sent = await writeOnce(writing, { cell, value: values[at % values.length] ?? '5' });
      if (sent !== null && (last === null || sent > last.sent)) last = { sent, at: performance.now() };
    }
  });
  return {
    firstAcknowledgedAfter: (since) => (last !== null && last.sent > since ? last.at : null),
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

type Standing = { -readonly [Key in keyof MarkPlace]: MarkPlace[Key] };

/** Writes one mark, trying until it stands; when its last try was sent, or null when it never will. */
async function writeOnce(writing: Writing, at: { cell: Standing; value: string }): Promise<number | null> {
  const { ledger, manner } = writing;
  const { cell, value } = at;
  const intent: Intent = { cell: { ...cell }, value, key: randomUUID(), tries: 0, acknowledged: null };
  ledger.intents.push(intent);
  for (;;) {
    intent.tries += 1;
    if (manner === 'acknowledgesTooEarly') intent.acknowledged = cell.version + 1;
    if (manner === 'newKeyEachTry') intent.key = randomUUID();
    const sent = performance.now();
    const answer = await tryOnce(writing, { intent, cell });
    if (answer === 'comeAgain') {
      await pause(retryMs);
      if (manner === 'acknowledgesTooEarly') return null;
    } else if (answer.state === 'written') {
      intent.acknowledged = answer.version;
      cell.version = answer.version;
      return sent;
    } else if (answer.state === 'conflict' && manner !== 'careful') {
      // A careless client takes the other version for somebody else's and writes over it.
      cell.version = answer.version;
      if (manner === 'acknowledgesTooEarly') intent.acknowledged = cell.version + 1;
    } else {
      const said = answer.state === 'broken' ? answer.said : JSON.stringify(answer);
      ledger.anomalies.push(`${intent.key}, try ${intent.tries}: ${said}`);
      return null;
    }
  }
}

/** `broken`: an answer the contract does not know. */
type Tried = CellOutcome | 'comeAgain' | { readonly state: 'broken'; readonly said: string };

async function tryOnce(
  { url, path, cookie, ledger, cutShare }: Writing,
  { intent, cell }: { intent: Intent; cell: MarkPlace },
): Promise<Tried> {
  const cut = new AbortController();
  const isCut = Math.random() < cutShare;
  const timer = isCut ? setTimeout(() => cut.abort(), Math.random() * longestCutMs) : null;
  try {
    const answer = await fetch(`${url}${path}`, {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': intent.key },
      body: marksBody([cell], intent.value),
      signal: AbortSignal.any([cut.signal, AbortSignal.timeout(patienceMs)]),
    });
    const text = await answer.text();
    if (answer.status >= 500) {
      ledger.interrupted += 1;
      return 'comeAgain';
    }
    if (answer.status !== 200) return { state: 'broken', said: `${answer.status} ${text.slice(0, 300)}` };
    const outcome = (JSON.parse(text) as { cells: CellOutcome[] }).cells[0];
    return outcome ?? { state: 'broken', said: text };
  } catch {
    if (cut.signal.aborted) ledger.cut += 1;
    else ledger.interrupted += 1;
    return 'comeAgain';
  } finally {
    if (timer) clearTimeout(timer);
  }
}

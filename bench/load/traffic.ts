import { newId } from '#web/new-id.ts';
import type { MarkTraffic, PlannedRequest, Traffic } from './plan.ts';
import { encodeRequest, type WireAnswer } from './wire.ts';

/** What one connection asks next, and whether it likes the answer: null, or what is wrong with it. */
export type Asker = { next(): Buffer; judge(answer: WireAnswer): string | null };

export function askerOf(traffic: Traffic, at: { readonly connection: number; readonly of: number }): Asker {
  return traffic.kind === 'repeat' ? repeat(traffic.requests, at) : setMarks(traffic, at);
}

type Place = { readonly connection: number; readonly of: number };

function repeat(requests: readonly PlannedRequest[], { connection, of }: Place): Asker {
  const encoded = requests.map(encodeRequest);
  // Each connection begins elsewhere in the list.
  let at = Math.floor((encoded.length / of) * connection);
  return {
    next() {
      at = (at + 1) % encoded.length;
      return encoded[at] ?? Buffer.alloc(0);
    },
    judge: ({ status, body }) =>
      status === 200 || status === 304 ? null : `${status} ${body.toString('utf8').slice(0, 300)}`,
  };
}

const values = ['5', '4', '3', '2'];

function setMarks(traffic: MarkTraffic, { connection, of }: Place): Asker {
  const cells = traffic.cells.filter((_, at) => at % of === connection).map((cell) => ({ ...cell }));
  if (cells.length < traffic.together) throw new Error('too few cells for so many connections');
  let at = 0;
  let round = connection;
  let asked: typeof cells = [];
  return {
    next() {
      asked = Array.from({ length: traffic.together }, (_, step) => cells[(at + step) % cells.length]).filter(
        (cell) => cell !== undefined,
      );
      at = (at + traffic.together) % cells.length;
      round += 1;
      const body = marksBody(asked, values[round % values.length] ?? '5');
      const headers = { cookie: traffic.cookie, 'idempotency-key': newId() };
      return encodeRequest({ method: 'PUT', path: traffic.path, headers, body });
    },
    judge({ status, body }) {
      const text = body.toString('utf8');
      if (status !== 200) return `${status} ${text.slice(0, 300)}`;
      const outcomes = (JSON.parse(text) as { cells: { state: string; version: number }[] }).cells;
      let fault: string | null = null;
      for (const [place, outcome] of outcomes.entries()) {
        const cell = asked[place];
        if (outcome.state !== 'written') fault ??= JSON.stringify(outcome);
        else if (cell) cell.version = outcome.version;
      }
      return fault;
    },
  };
}

/** The body of `journal.setMarks` that sets these cells to one value. */
export function marksBody(
  cells: readonly { readonly workId: string; readonly studentId: string; readonly version: number }[],
  value: string,
): string {
  return JSON.stringify({
    works: [],
    cells: cells.map(({ workId, studentId, version }) => ({
      workId,
      studentId,
      attempt: 1,
      slot: 1,
      value,
      comment: null,
      pointDue: null,
      expected: version,
      reasonCode: version === 0 ? 'entered' : 'corrected',
      reason: null,
    })),
  });
}

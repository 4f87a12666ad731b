import { quantile } from '../harness/median.ts';
import type { LoadPlan, LoadResult } from './plan.ts';
import { askerOf } from './traffic.ts';
import { openWire } from './wire.ts';

// The load generator's process: takes one plan, answers one result.
process.once('message', (plan: LoadPlan) => {
  run(plan).then(
    (result) => process.send?.({ result }, () => process.disconnect()),
    (error: unknown) => process.send?.({ error: String(error) }, () => process.disconnect()),
  );
});

async function run(plan: LoadPlan): Promise<LoadResult> {
  const times: number[] = [];
  let bytes = 0;
  let failures = 0;
  let firstFailure: string | null = null;
  const measureFrom = performance.now() + plan.warmSeconds * 1000;
  const end = measureFrom + plan.seconds * 1000;
  setTimeout(() => process.send?.('measuring'), plan.warmSeconds * 1000);

  async function keepAsking(connection: number): Promise<void> {
    const asker = askerOf(plan.traffic, { connection, of: plan.connections });
    const { promise, resolve } = Promise.withResolvers<void>();
    let asked = 0;
    const fail = (what: string) => {
      failures += 1;
      firstFailure ??= what;
    };
    const wire = await openWire(plan.port, {
      answer(answer) {
        const now = performance.now();
        const fault = asker.judge(answer);
        if (fault !== null) fail(fault);
        else if (asked >= measureFrom && now <= end) {
          times.push(now - asked);
          bytes += answer.body.length;
        }
        if (now >= end) resolve();
        else ask();
      },
      lost(cause) {
        fail(cause);
        resolve();
      },
    });
    const ask = () => {
      asked = performance.now();
      wire.send(asker.next());
    };
    ask();
    await promise;
    wire.close();
  }

  await Promise.all(Array.from({ length: plan.connections }, (_, connection) => keepAsking(connection)));
  return {
    answers: times.length,
    seconds: plan.seconds,
    perSecond: times.length / plan.seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    bytes: bytes / Math.max(1, times.length),
    failures,
    firstFailure,
  };
}

import type { LoadPlan, LoadResult } from '../load/plan.ts';
import { runLoad } from '../load/run-load.ts';
import { cpuOfEngine, cpuOfProcess } from './cpu.ts';
import { median } from './median.ts';

/** One side of a comparison. */
export type Side = {
  readonly name: string;
  /** The process whose CPU counts beside the engine's. */
  readonly pid: number;
  /** Made anew for each turn: what is written moves on. */
  readonly plan: () => LoadPlan | Promise<LoadPlan>;
};

export type Turn = LoadResult & {
  /** CPU milliseconds one request took: of the server's process, of PostgreSQL. */
  readonly serverCpu: number;
  readonly engineCpu: number;
};

export type Comparison = {
  /** Ours to the reference, in requests a second: the median of the rounds. */
  readonly ratio: number;
  readonly ratios: readonly number[];
  /** The reference's CPU a request to ours: what survives a noisy machine. */
  readonly cpuRatio: number;
  readonly reference: Turn;
  readonly ours: Turn;
};

/** Reference and ours in turn, round after round. */
export async function compare(
  sides: { readonly reference: Side; readonly ours: Side },
  at: { readonly rounds: number; readonly cluster: string },
): Promise<Comparison> {
  const turns: { reference: Turn; ours: Turn }[] = [];
  for (let round = 0; round < at.rounds; round += 1) {
    const reference = await takeTurn(sides.reference, at.cluster);
    turns.push({ reference, ours: await takeTurn(sides.ours, at.cluster) });
  }
  const ratios = turns.map(({ reference, ours }) => ours.perSecond / reference.perSecond);
  const reference = medianTurn(turns.map((turn) => turn.reference));
  const ours = medianTurn(turns.map((turn) => turn.ours));
  return { ratio: median(ratios), ratios, cpuRatio: cpu(reference) / cpu(ours), reference, ours };
}

/** A row of the report's table. */
export function turnRow(name: string, turn: Turn): Record<string, string | number> {
  return {
    side: name,
    'per second': Math.round(turn.perSecond),
    'p50 ms': turn.p50,
    'p99 ms': turn.p99,
    'CPU ms server': turn.serverCpu,
    'CPU ms database': turn.engineCpu,
    bytes: Math.round(turn.bytes),
  };
}

/** One turn of one side, measured after its warming-up. */
export async function takeTurn(side: Side, cluster: string): Promise<Turn> {
  const used = () => ({ server: cpuOfProcess(side.pid), engine: cpuOfEngine(cluster) });
  let before = used();
  const result = await runLoad(await side.plan(), () => {
    before = used();
  });
  const after = used();
  return {
    ...result,
    serverCpu: (after.server - before.server) / result.answers,
    engineCpu: (after.engine - before.engine) / result.answers,
  };
}

function medianTurn(turns: readonly Turn[]): Turn {
  const [first] = turns;
  if (!first) throw new Error('no turn was taken');
  const of = (key: 'perSecond' | 'p50' | 'p99' | 'bytes' | 'serverCpu' | 'engineCpu') =>
    median(turns.map((turn) => turn[key]));
  return {
    ...first,
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    bytes: of('bytes'),
    serverCpu: of('serverCpu'),
    engineCpu: of('engineCpu'),
  };
}

function cpu({ serverCpu, engineCpu }: Turn): number {
  return serverCpu + engineCpu;
}

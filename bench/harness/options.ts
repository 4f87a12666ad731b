import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** What every measurement understands. */
export type BenchOptions = {
  readonly json: boolean;
  readonly port: number;
  /** The demo school's data folder; kept between runs, since filling it takes a while. */
  readonly data: string;
  /** How often the reference and ours take turns. */
  readonly rounds: number;
  /** How long each turn is measured. */
  readonly seconds: number;
  /** Where the server leaves a CPU profile when it ends; absent = none is taken. */
  readonly profile?: string;
};

/** Reads the command line of a measurement; `own` names further options, all of which take a value. */
export function readOptions<const Own extends string = never>(
  own: readonly Own[] = [],
): BenchOptions & { readonly own: Partial<Record<Own, string>> } {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      port: { type: 'string', default: '8110' },
      data: { type: 'string', default: join(tmpdir(), 'parta-bench') },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '4' },
      profile: { type: 'string' },
      ...Object.fromEntries(own.map((name) => [name, { type: 'string' as const }])),
    },
  });
  return {
    json: values.json,
    port: wholeNumber('port', values.port),
    data: values.data,
    rounds: wholeNumber('rounds', values.rounds),
    seconds: Number(values.seconds),
    ...(values.profile === undefined ? {} : { profile: values.profile }),
    own: values as Partial<Record<Own, string>>,
  };
}

/** A positive whole number, or a sentence saying which option is none. */
export function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${name} takes a positive whole number, not "${text}".`);
}

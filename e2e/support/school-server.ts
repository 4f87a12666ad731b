import { demoClock } from '#platform/clock.ts';
import { serveUntilStopped } from '#cli/serve.ts';
import { newSetUpCode } from '#modules/setup/index.ts';

/**
 * A school's server whose school time runs from a given moment: a journey of a real school must not depend on whether
 * it is summer. `node school-server.ts <data folder> <moment>` prints its address, and the set-up code of an empty one.
 */
const [data = '', moment = ''] = process.argv.slice(2);
const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort());
const offsetMs = Date.parse(moment) - Date.now();

process.exitCode = await serveUntilStopped({
  flags: { data, port: '0' },
  language: 'ru',
  stop: stop.signal,
  logTo: 2,
  prepare: () => Promise.resolve(demoClock({ offsetMs })),
  ready: async ({ url, platform }) => {
    const code = await newSetUpCode(platform.database);
    process.stdout.write(`${JSON.stringify({ url, code })}\n`);
  },
});
process.exit();

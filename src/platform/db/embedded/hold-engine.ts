import { startEmbedded } from './start.ts';

// A process that holds an engine, for the tests to kill: `node hold-engine.ts <data folder>`.
const engine = await startEmbedded({
  dataDir: process.argv[2] ?? '',
  log: (sentence) => process.stderr.write(`${sentence}\n`),
});
process.stdout.write(`${JSON.stringify({ pid: engine.postmasterPid, address: engine.addresses.app })}\n`);
setInterval(() => {}, 60_000);

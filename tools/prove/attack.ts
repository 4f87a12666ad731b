import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { wholeNumber } from '../../bench/harness/options.ts';
import { printReport } from '../../bench/harness/report.ts';
import { proveAttack } from './attack/prove.ts';

// Guesses passwords from two hundred addresses; nobody may be locked out, no account guessed often, no login told by time.

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    tries: { type: 'string', default: '20000' },
    pairs: { type: 'string', default: '2000' },
    port: { type: 'string', default: '8112' },
    data: { type: 'string', default: join(tmpdir(), 'parta-bench') },
  },
});
const report = await proveAttack({
  tries: wholeNumber('tries', values.tries),
  pairs: wholeNumber('pairs', values.pairs),
  port: wholeNumber('port', values.port),
  data: values.data,
});
printReport(report, values);

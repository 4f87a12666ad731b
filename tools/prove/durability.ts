import { parseArgs } from 'node:util';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wholeNumber } from '../../bench/harness/options.ts';
import { printReport } from '../../bench/harness/report.ts';
import { proveDurability } from './durability/prove.ts';

// Kills the server, PostgreSQL and both under mark writes with retries; nothing acknowledged may be lost or doubled.

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    cycles: { type: 'string', default: '50' },
    port: { type: 'string', default: '8111' },
    data: { type: 'string', default: join(tmpdir(), 'parta-bench') },
  },
});
const report = await proveDurability({
  cycles: wholeNumber('cycles', values.cycles),
  port: wholeNumber('port', values.port),
  data: values.data,
  tell: values.json ? () => {} : (line) => process.stderr.write(`${line}\n`),
});
printReport(report, values);

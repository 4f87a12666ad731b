import { root } from './run/root.ts';
import { lintMigrations } from './sql/lint.ts';

const { faults, files } = lintMigrations(root);
for (const fault of faults) console.error(fault);
console.log(`${files} migrations, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

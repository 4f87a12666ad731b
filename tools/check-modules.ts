import { checkModules } from './modules/check.ts';
import { root } from './run/root.ts';

const { faults, files, imports } = checkModules(root);
for (const fault of faults) console.error(fault);
console.log(`${files} files, ${imports} imports, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

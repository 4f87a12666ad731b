export { rebindHomework } from './assignments/rebind-commands.ts';

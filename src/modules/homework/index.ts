export { rebindHomework } from './assignments/rebind-commands.ts';
export { homeworkFiles } from './files/contract.ts';
export { filesOfHomeworkSql } from './files/queries.ts';

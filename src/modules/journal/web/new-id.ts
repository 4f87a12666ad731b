export { newId } from '#web/new-id.ts';

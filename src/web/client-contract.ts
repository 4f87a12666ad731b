import type * as sessions from '#modules/identity/sessions/contract.ts';
import type * as realtime from '#platform/realtime/contract.ts';
import type { ApiOf } from '#platform/contract.ts';

/**
 * Every endpoint under its key, `'PUT /api/…'`. Types only: nothing of a contract, and so nothing
 * of the server, reaches the browser bundle. A new `contract.ts` gets its line here.
 */
export type Api = ApiOf<typeof sessions> & ApiOf<typeof realtime>;

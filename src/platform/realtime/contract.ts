import { type Static, Type } from 'typebox';
import { endpoint, nullable, object, schoolId, uuid } from '../contract.ts';

/**
 * What the stream sends as `event: news`, one per event of a school. `id:` is
 * `school:seq,school:seq` over all schools of the account, so a browser's own `Last-Event-ID` is
 * all it needs to go on.
 */
export const newsMessage = object({
  schoolId,
  /** Rises by school; never skips for a listener that may hear all, skips for others. */
  seq: Type.Integer({ minimum: 1 }),
  /** The name of the event, as in the module's `events.ts`. */
  name: Type.String(),
  /** The account's own students whom it concerns; empty for a listener of the staff only. */
  studentIds: Type.Array(uuid),
  /** For the staff who may hear it: `page:<id>`, `class:<id>`, `student:<id>`, `school`, `staff`. Null for families. */
  topics: nullable(Type.Array(Type.String())),
  /** For the staff who may hear it; null for families, who read again what they see. */
  payload: nullable(Type.Unknown()),
});

export type NewsMessage = Static<typeof newsMessage>;

/**
 * Names of the stream's events. `ready`: the stream stands, its `id:` is where it stands. `news`: a
 * NewsMessage. `resync`: too much was missed, or
 * the listener may see more or less than before: read everything again. `ended`: the session is over,
 * do not come back with it. Data of all but `news` is `{}`.
 */
export const streamEvents = ['ready', 'news', 'resync', 'ended'] as const;

export const getEvents = endpoint({
  id: 'platform.getEvents',
  method: 'GET',
  path: '/api/events',
  summary: 'Server-sent events of all schools of the account; resumes by Last-Event-ID',
  tags: ['platform'],
  reply: Type.String({ contentMediaType: 'text/event-stream' }),
  stored: false,
});

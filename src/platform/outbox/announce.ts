import { statement, type Tx } from '../db/tx.ts';
import { uuidv7 } from '../ids.ts';
import type { Topic } from './topics.ts';

/** News of a command. The payload reaches every member of staff the topics name: keep it as lean. */
export type Announcement = {
  /** As in the module's `events.ts`. */
  readonly name: string;
  readonly topics: readonly Topic[];
  readonly payload: unknown;
};

/**
 * Writes an event into the command's own transaction. Hot commands write the same row in their one
 * statement instead.
 */
export async function announce(tx: Tx, { name, topics, payload }: Announcement): Promise<void> {
  await tx.run(insertEvent, [tx.schoolId, uuidv7(), name, topics, JSON.stringify(payload)]);
}

// One event, to be numbered by the sealer.
const insertEvent = statement(
  'platform.announce',
  'insert into platform.outbox (school_id, id, name, topics, payload) values ($1, $2, $3, $4, $5)',
);

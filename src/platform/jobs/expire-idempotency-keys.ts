import { statement } from '../db/tx.ts';
import type { Job } from './job.ts';

const keysAtOnce = 10_000;

/**
 * Forgets idempotency keys after 30 days: as long as a device that was off over the winter holidays
 * may still repeat its writes.
 */
export const expireIdempotencyKeys: Job = {
  name: 'platform.expireIdempotencyKeys',
  schedule: { cron: '20 3 * * *', timeZone: 'Europe/Moscow' },
  async run({ database }) {
    for (;;) {
      const deleted = await database.jobs((tx) => tx.run(deleteOldKeys, [keysAtOnce]));
      if (deleted < keysAtOnce) return;
    }
  },
};

// Keys past their time, a batch of them; reads the table through, once a night.
const deleteOldKeys = statement(
  'platform.deleteOldKeys',
  `delete from platform.idempotency_key k using (
     select school_id, account_id, key from platform.idempotency_key
     where at < clock_timestamp() - interval '30 days' limit $1
   ) old
   where k.school_id = old.school_id and k.account_id = old.account_id and k.key = old.key`,
);

import { statement } from '#platform/db/tx.ts';
import type { Job } from '#platform/jobs/job.ts';
import { forgetLetters } from './bounces/queries.ts';

/**
 * Tidies up each night: sessions past their time are ended, ended ones forgotten after half a year
 * (the list of devices), counters of failed tries when they have faded, half sign-ins, remembered browsers, codes of
 * letters, letters that may come back and recoveries when their time is over.
 */
export const endSessions: Job = {
  name: 'identity.endSessions',
  schedule: { cron: '40 3 * * *', timeZone: 'Europe/Moscow' },
  async run({ database, clock }) {
    const now = clock.now();
    await database.identity((tx) => tx.run(endOverdue, [now]));
    await database.identity((tx) => tx.run(forgetEnded, [now]));
    await database.identity((tx) => tx.run(forgetBuckets, [now]));
    await database.identity((tx) => tx.run(forgetCodes, [now]));
    await database.identity((tx) => tx.run(forgetRecoveries, [now]));
    await database.identity((tx) => tx.run(forgetHalves, [now]));
    await database.identity((tx) => tx.run(forgetTrusted, [now]));
    await database.identity((tx) => tx.run(forgetLetters, [now]));
  },
};

// Sessions whose time is over; reads the table through.
const endOverdue = statement(
  'identity.endOverdue',
  `update directory.session set ended_at = least(idle_until, expires_at)
   where ended_at is null and (idle_until <= $1 or expires_at <= $1)`,
);

// Sessions ended long ago; reads the table through.
const forgetEnded = statement(
  'identity.forgetEnded',
  `delete from directory.session where ended_at < $1::timestamptz - interval '180 days'`,
);

// Counters that no longer count; reads the table through.
const forgetBuckets = statement(
  'identity.forgetBuckets',
  `delete from directory.sign_in_throttle
   where window_start < $1::timestamptz - interval '2 days' and (blocked_until is null or blocked_until < $1)`,
);

// Codes nobody can use any more; reads the table through.
const forgetCodes = statement(
  'identity.forgetCodes',
  'delete from directory.contact_code where expires_at <= $1',
);

// Recoveries that are over; reads the table through.
const forgetRecoveries = statement(
  'identity.forgetRecoveries',
  'delete from directory.recovery where expires_at <= $1',
);

// Sign-ins nobody completed; reads the table through.
const forgetHalves = statement(
  'identity.forgetHalves',
  'delete from directory.half_sign_in where expires_at < $1',
);

// Browsers that are asked again; reads the table through.
const forgetTrusted = statement(
  'identity.forgetTrusted',
  'delete from directory.trusted_device where expires_at < $1',
);

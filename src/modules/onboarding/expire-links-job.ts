import { inSchool } from '#platform/access.ts';
import { statement } from '#platform/db/tx.ts';
import type { Job } from '#platform/jobs/job.ts';
import { expireLinks } from './link-requests/commands.ts';

/** Ends each night what waited its days out. Until then the queue hides it and nobody can decide it. */
export const expireLinkRequests: Job = {
  name: 'onboarding.expireLinkRequests',
  schedule: { cron: '50 3 * * *', timeZone: 'Europe/Moscow' },
  async run(platform) {
    const now = platform.clock.schoolNow();
    const schools = await platform.database.jobs((tx) =>
      tx.rows<{ schoolId: number }>(schoolsWaiting, [now]),
    );
    for (const { schoolId } of schools)
      await inSchool(platform, { schoolId, studentIds: '*' }, (tx) => expireLinks(tx, now));
  },
};

// Schools with a request past its days; reads the table through, once a night.
const schoolsWaiting = statement(
  'onboarding.schoolsWithOverdueLinks',
  `select distinct school_id as "schoolId" from onboarding.link_request where state = 'waiting' and expires_at <= $1`,
);

import { inSchool } from '#platform/access.ts';
import { statement } from '#platform/db/tx.ts';
import type { Job } from '#platform/jobs/job.ts';
import { tellAccount } from '#modules/identity/index.ts';

const dayMs = 86_400_000;
/** A request is told to end so long before its day, and a decision is news for so long. Days. */
const warnDays = 3;

/** Writes to senders whose request is decided, or ends in a few days undecided. The letter names no child. */
export const tellSenders: Job = {
  name: 'onboarding.tellSenders',
  schedule: { cron: '*/5 * * * *', timeZone: 'Europe/Moscow' },
  async run(platform) {
    if (platform.mail === null) return;
    const now = platform.clock.schoolNow();
    const soon = new Date(now.getTime() + warnDays * dayMs);
    const since = new Date(now.getTime() - warnDays * dayMs);
    const schools = await platform.database.jobs((tx) =>
      tx.rows<{ schoolId: number }>(schoolsToTell, [now, soon, since]),
    );
    for (const { schoolId } of schools) {
      const fence = { schoolId, studentIds: '*' } as const;
      const told = await inSchool(platform, fence, (tx) =>
        tx.rows<{ id: string; accountId: string; isDecided: boolean }>(toTell, [schoolId, now, soon, since]),
      );
      for (const { id, accountId, isDecided } of told) {
        const notice = isDecided ? 'requestDecided' : 'requestEnds';
        if ((await tellAccount(platform, accountId, notice)) === 'away') return;
        await inSchool(platform, fence, (tx) => tx.run(markTold, [schoolId, id, isDecided, now]));
      }
    }
  },
};

const wanted = `(state in ('linked', 'refused') and told_at is null and decided_at > $3::timestamptz)
  or (state = 'waiting' and warned_at is null and expires_at > $1::timestamptz and expires_at <= $2::timestamptz)`;

// Schools with somebody to tell; reads the table through.
const schoolsToTell = statement(
  'onboarding.schoolsToTell',
  `select distinct school_id as "schoolId" from onboarding.link_request where ${wanted}`,
);

// Whom one school tells; index link_request_state.
const toTell = statement(
  'onboarding.sendersToTell',
  `select id, account_id as "accountId", state <> 'waiting' as "isDecided" from onboarding.link_request
   where school_id = $1 and (${wanted.replaceAll('$3', '$4').replaceAll('$2', '$3').replaceAll('$1', '$2')})
   order by asked_at limit 500`,
);

// Once for each; primary key.
const markTold = statement(
  'onboarding.markTold',
  `update onboarding.link_request set told_at = case when $3::boolean then $4::timestamptz else told_at end,
     warned_at = case when $3::boolean then warned_at else $4::timestamptz end
   where school_id = $1 and id = $2`,
);

import type { Job } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { takeReturned } from './bounces/commands.ts';
import { partsOf } from './identity-parts.ts';

/** Looks each minute what letters came back. */
export const readBounces: Job = {
  name: 'identity.readBounces',
  schedule: { cron: '* * * * *', timeZone: 'Europe/Moscow' },
  async run(platform) {
    await readReturnedLetters(platform);
  },
};

/** Empties the mailbox of returned letters; how many marked an address, and how many changed nothing. */
export async function readReturnedLetters(
  platform: Platform,
): Promise<{ readonly marked: number; readonly ignored: number }> {
  const parts = partsOf(platform);
  let marked = 0;
  let ignored = 0;
  await platform.bounces?.read(async (returned) => {
    if ((await takeReturned(parts, returned)) === 'marked') marked += 1;
    else ignored += 1;
  });
  if (marked > 0) platform.log.info({ count: marked, module: 'identity' }, 'letters came back');
  return { marked, ignored };
}

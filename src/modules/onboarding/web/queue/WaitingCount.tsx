import { officeRoles } from '#modules/roster/web/office-roles.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { personsWithRole, useSession } from '#web/staff/session.ts';
import { useRead } from '#web/staff/use-read.ts';
import type { RequestsChangedName } from '../../events.ts';
import { onboardingWords } from '../words.ts';

const requestsChanged: RequestsChangedName = 'onboarding.requestsChanged';

/** Beside the section's name: how many requests wait, where one works for one school. */
export function WaitingCount() {
  const [only, another] = personsWithRole(useSession(), officeRoles);
  return only && !another ? <Count schoolId={only.schoolId} /> : null;
}

function Count({ schoolId }: { readonly schoolId: number }) {
  const { queue: words } = useWords(onboardingWords);
  const { reply } = useRead({ schoolId, key: String(schoolId), follows: [requestsChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/requests-count', { params: { schoolId }, signal }),
  );
  if (reply === null || reply.waiting === 0) return null;
  return (
    <span class="side__count" aria-label={words.waiting(reply.waiting)} role="img">
      {reply.waiting}
    </span>
  );
}

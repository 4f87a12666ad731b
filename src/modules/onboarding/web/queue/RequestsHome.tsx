import { officeRoles } from '#modules/roster/web/office-roles.ts';
import { useWords } from '#web/page-context.tsx';
import { SchoolHome } from '#web/staff/SchoolHome.tsx';
import { schoolRequestsAddress } from '../addresses.ts';
import { onboardingWords } from '../words.ts';

/** `/requests`: straight to the queue of the only school. */
export function RequestsHome() {
  const { queue: words } = useWords(onboardingWords);
  return <SchoolHome roles={officeRoles} addressOf={schoolRequestsAddress} words={words} />;
}

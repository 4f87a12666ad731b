import { useWords } from '#web/page-context.tsx';
import { SchoolHome } from '#web/staff/SchoolHome.tsx';
import { setUpOf } from '../addresses.ts';
import { setUpRoles } from '../section.ts';
import { setUpWords } from '../words.ts';

/** `/school`: straight to the only school, else a choice. */
export function SetUpHome() {
  const { checklist } = useWords(setUpWords);
  return <SchoolHome roles={setUpRoles} addressOf={setUpOf} words={checklist} />;
}

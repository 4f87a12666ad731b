import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { personsWithRole, useSession } from '#web/staff/session.ts';
import { useRead } from '#web/staff/use-read.ts';
import { rosterChanged } from '../event-names.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { classDayAddress } from '../addresses.ts';
import { leadingRoles } from './leading-roles.ts';
import { homeroomWords } from './words.ts';
import './homeroom.css';

/** `/homeroom`: straight to the own class; several, or a whole school, are a choice. */
export function HomeroomHome() {
  const words = useWords(homeroomWords);
  const session = useSession();
  const { route } = useLocation();
  const own = session.persons.flatMap(({ schoolId, homeroomClasses }) =>
    homeroomClasses.map((schoolClass) => ({ schoolId, ...schoolClass })),
  );
  const leads = personsWithRole(session, leadingRoles).map(({ schoolId }) => schoolId);
  const [first] = own;
  const only =
    first && own.length === 1 && leads.length === 0 ? classDayAddress(first.schoolId, first.id) : null;
  useEffect(() => {
    document.title = words.title;
    if (only !== null) route(only, true);
  }, [only, route, words.title]);
  if (only !== null) return <div class="staff-waiting" aria-busy="true" />;
  if (own.length === 0 && leads.length === 0) {
    return <EmptyNote title={words.noClass} text={words.noClassText} />;
  }
  return (
    <div class="homeroom">
      <PageHeader title={words.choose} />
      <ClassLinks classes={own} />
      {leads.map((schoolId) => (
        <SchoolClasses key={schoolId} schoolId={schoolId} />
      ))}
    </div>
  );
}

function SchoolClasses({ schoolId }: { schoolId: number }) {
  const { reply, fault, reread } = useRead({ schoolId, key: 'classes', follows: [rosterChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/classes', { params: { schoolId }, query: {}, signal }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return <ClassLinks classes={reply.classes.map((one) => ({ schoolId, ...one }))} />;
}

type Linked = {
  readonly schoolId: number;
  readonly id: string;
  readonly grade: number;
  readonly letter: string;
};

function ClassLinks({ classes }: { classes: readonly Linked[] }) {
  return (
    <ul class="class-links">
      {classes.map((one) => (
        <li key={one.id}>
          <a href={classDayAddress(one.schoolId, one.id)}>{className(one)}</a>
        </li>
      ))}
    </ul>
  );
}

import { useRoute } from 'preact-iso';
import { call, callFile } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { AccessList } from './AccessList.tsx';
import { rosterChanged } from './news.ts';
import { accessWords } from './words.ts';

/** `/access/:schoolId/staff`: everybody who works in the school. */
export function StaffAccessPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const words = useWords(accessWords);
  const { reply, fault, reread } = useRead({ schoolId, key: 'staff', follows: [rosterChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/staff-access', { params: { schoolId }, signal }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return (
    <AccessList
      schoolId={schoolId}
      classId={null}
      title={words.staffTitle}
      rows={reply.staff.map(({ position, person }) => ({ person, about: position, isUnder: false }))}
      reread={reread}
      readOnly={words.readOnlyStaff}
      issue={(personIds, language) =>
        callFile('POST /api/schools/{schoolId}/staff-access-slips', {
          params: { schoolId },
          body: { personIds, language },
        })
      }
    >
      <EmptyNote title={words.noStaff} text={words.noStaffText} />
    </AccessList>
  );
}

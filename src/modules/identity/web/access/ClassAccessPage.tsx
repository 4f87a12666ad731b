import { useRoute } from 'preact-iso';
import { className } from '#modules/roster/school-class/rules.ts';
import { call, callFile } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import type { ClassAccess } from '../../access-slips/contract.ts';
import { AccessList } from './AccessList.tsx';
import type { AccessRow } from './AccessTable.tsx';
import type { AccessWords } from './ru.ts';
import { rosterChanged } from './news.ts';
import { accessWords } from './words.ts';

/** `/access/:schoolId/classes/:classId`: students of a class, each with the guardians. */
export function ClassAccessPage() {
  const { params } = useRoute();
  const schoolId = Number(params['schoolId']);
  const classId = params['classId'] ?? '';
  const words = useWords(accessWords);
  const { reply, fault, reread } = useRead({ schoolId, key: classId, follows: [rosterChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/classes/{classId}/access', { params: { schoolId, classId }, signal }),
  );
  if (reply === null || (reply.schoolClass.id !== classId && fault !== null)) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return (
    <AccessList
      schoolId={schoolId}
      classId={classId}
      title={words.title(className(reply.schoolClass))}
      rows={rowsOf(reply, words)}
      reread={reread}
      readOnly={words.readOnly}
      issue={(personIds, language) =>
        callFile('POST /api/schools/{schoolId}/classes/{classId}/access-slips', {
          params: { schoolId, classId },
          body: { personIds, language },
        })
      }
    >
      <EmptyNote title={words.empty} text={words.emptyText} />
    </AccessList>
  );
}

function rowsOf({ students }: ClassAccess, words: AccessWords): readonly AccessRow[] {
  return students.flatMap(({ student, guardians }) => [
    { person: student, about: '', isUnder: false },
    ...guardians.map(({ kinship, guardian }) => ({
      person: guardian,
      about: words.kinships[kinship] ?? kinship,
      isUnder: true,
    })),
  ]);
}

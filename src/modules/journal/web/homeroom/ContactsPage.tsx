import { useRoute } from 'preact-iso';
import { fullName, listName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { rosterChanged } from '../event-names.ts';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { printer } from '#web/ui/icons.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import type { TableText } from '#web/ui/staff/table-text.ts';
import type { Formats } from '#web/formats.ts';
import type { ClassPage } from '#modules/roster/classes/contract.ts';
import { ClassHead } from './ClassHead.tsx';
import type { HomeroomWords } from './ru.ts';
import { homeroomWords } from './words.ts';
import './homeroom.css';

/** `/homeroom/:schoolId/:classId/contacts`: the class with its guardians and phones, today. */
export function ContactsPage() {
  const { params } = useRoute();
  const schoolId = Number(params['schoolId']);
  const classId = params['classId'] ?? '';
  const words = useWords(homeroomWords);
  const formats = useFormats();
  const { reply, fault, reread } = useRead({ schoolId, key: classId, follows: [rosterChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/classes/{classId}', {
      params: { schoolId, classId },
      query: {},
      signal,
    }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return (
    <div class="homeroom">
      <ClassHead
        schoolId={schoolId}
        view="contacts"
        schoolClass={reply.schoolClass}
        context={words.students(reply.students.length)}
        homerooms={reply.homeroom}
      >
        {reply.students.length === 0 ? null : (
          <TableMenu
            schoolId={schoolId}
            name={words.contacts.printed(className(reply.schoolClass), formats.dayOfYear(reply.date))}
            read={() => contactsTable(reply.students, words.contacts, formats)}
          />
        )}
        <Button onClick={() => print()}>
          <Icon path={printer} size={18} />
          {words.print}
        </Button>
      </ClassHead>
      <p class="print-only">
        {reply.schoolName}.{' '}
        {words.contacts.printed(className(reply.schoolClass), formats.dayOfYear(reply.date))}
      </p>
      {fault === null ? null : <PageFault fault={fault} retry={reread} />}
      {reply.students.length === 0 ? (
        <EmptyNote title={words.noStudents} text={words.noStudentsText} />
      ) : (
        <ol class="contacts">
          {reply.students.map((student) => (
            <Contact key={student.id} student={student} />
          ))}
        </ol>
      )}
    </div>
  );
}

/** A line for each guardian, and one for a student without. */
function contactsTable(
  students: ClassPage['students'],
  words: HomeroomWords['contacts'],
  formats: Formats,
): TableText {
  const rows = students.flatMap((student) => {
    const birthDate = student.birthDate === null ? null : formats.dayInFigures(student.birthDate);
    const own = [listName(student), birthDate, student.phone];
    if (student.guardians.length === 0) return [[...own, null, null, null]];
    return student.guardians.map((guardian) => [
      ...own,
      fullName(guardian),
      words.kinship[guardian.kinship],
      guardian.phone,
    ]);
  });
  return { columns: [...words.columns], rows };
}

function Contact({ student }: { student: ClassPage['students'][number] }) {
  const { contacts } = useWords(homeroomWords);
  const formats = useFormats();
  return (
    <li>
      <div class="contacts__student">
        <b>{listName(student)}</b>
        <span class="quiet">
          {student.birthDate === null ? contacts.noBirthDate : formats.dayInFigures(student.birthDate)}
        </span>
        {student.phone === null ? null : <Phone number={student.phone} />}
      </div>
      <ul>
        {student.guardians.map((guardian) => (
          <li key={guardian.id}>
            <span>
              {fullName(guardian)}, <span class="quiet">{contacts.kinship[guardian.kinship]}</span>
            </span>
            {guardian.phone === null ? (
              <span class="quiet">{contacts.noPhone}</span>
            ) : (
              <Phone number={guardian.phone} />
            )}
          </li>
        ))}
        {student.guardians.length === 0 ? <li class="quiet">{contacts.noGuardians}</li> : null}
      </ul>
    </li>
  );
}

function Phone({ number }: { number: string }) {
  return (
    <a class="contacts__phone" href={`tel:${number.replaceAll(/[^+\d]/gu, '')}`}>
      {number}
    </a>
  );
}

import { useLocation, useRoute } from 'preact-iso';
import { addDays } from '#modules/organisation/calendar/rules.ts';
import { listName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useSession } from '#web/staff/session.ts';
import { useRead } from '#web/staff/use-read.ts';
import { absenceReasonSet, attendanceTaken, rosterChanged } from '../event-names.ts';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { chevronLeft, chevronRight, printer } from '#web/ui/icons.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import type { ClassAbsences } from '../../class-day/contract.ts';
import { ClassHead } from './ClassHead.tsx';
import { homeroomWords } from './words.ts';
import './homeroom.css';

const follows = [attendanceTaken, absenceReasonSet, rosterChanged];

/** `/homeroom/:schoolId/:classId/absences`: what each student missed in a month, by reason. */
export function AbsencesPage() {
  const { params, query } = useRoute();
  const { path, route } = useLocation();
  const schoolId = Number(params['schoolId']);
  const classId = params['classId'] ?? '';
  const words = useWords(homeroomWords);
  const formats = useFormats();
  const { persons } = useSession();
  const today = persons.find((person) => person.schoolId === schoolId)?.today ?? '';
  const month = /^\d{4}-\d{2}$/.test(query['month'] ?? '') ? (query['month'] ?? '') : today.slice(0, 7);
  const from = `${month}-01`;
  const to = addDays(nextMonth(month), -1);
  const { reply, fault, reread } = useRead({ schoolId, key: `${classId} ${from}`, follows }, (signal) =>
    call('GET /api/schools/{schoolId}/classes/{classId}/absences', {
      params: { schoolId, classId },
      query: { from, to },
      signal,
    }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  const name = `${formats.month(from)} ${from.slice(0, 4)}`;
  const go = (first: string) => route(`${path}?month=${first.slice(0, 7)}`, true);
  return (
    <div class="homeroom">
      <ClassHead
        schoolId={schoolId}
        view="absences"
        schoolClass={reply.schoolClass}
        context={`${name} · ${words.students(reply.students.length)}`}
      >
        <Button onClick={() => print()}>
          <Icon path={printer} size={18} />
          {words.print}
        </Button>
      </ClassHead>
      <p class="print-only">
        {reply.schoolName}. {words.absences.printed(className(reply.schoolClass), name)}
      </p>
      <div class="day-steps no-print">
        <button
          type="button"
          class="icon-button"
          aria-label={words.absences.previousMonth}
          onClick={() => go(addDays(from, -1))}
        >
          <Icon path={chevronLeft} />
        </button>
        <b class="day-steps__name">{name}</b>
        <button
          type="button"
          class="icon-button"
          aria-label={words.absences.nextMonth}
          onClick={() => go(nextMonth(month))}
        >
          <Icon path={chevronRight} />
        </button>
      </div>
      {fault === null ? null : <PageFault fault={fault} retry={reread} />}
      {reply.students.length === 0 ? (
        <EmptyNote title={words.noStudents} text={words.noStudentsText} />
      ) : (
        <AbsenceTable absences={reply} />
      )}
    </div>
  );
}

const columns = ['missed', 'ill', 'excused', 'unexcused', 'unclear', 'fullDays', 'late'] as const;

function AbsenceTable({ absences }: { absences: ClassAbsences }) {
  const words = useWords(homeroomWords).absences;
  const formats = useFormats();
  const total = (column: (typeof columns)[number] | 'lessons') =>
    absences.students.reduce((sum, student) => sum + student[column], 0);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <div class="register" role="region" aria-label={words.missed} tabIndex={0}>
        <table class="absences">
          <thead>
            <tr>
              <th scope="col" class="register__gutter">
                №
              </th>
              <th scope="col" class="register__name">
                {words.student}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {words[column]}
                </th>
              ))}
              <th scope="col">{words.share}</th>
            </tr>
          </thead>
          <tbody>
            {absences.students.map((student, at) => {
              const share = shareOf(student.lessons, student.missed);
              const isSystematic = student.missed > 0 && share >= absences.systematicPercent;
              return (
                <tr key={student.id}>
                  <td class="register__gutter">{at + 1}</td>
                  <th scope="row" class="register__name">
                    {listName(student)}
                    {isSystematic ? <span class="tag tag--substitution">{words.systematic}</span> : null}
                  </th>
                  {columns.map((column) => (
                    <td key={column}>{student[column] === 0 ? null : student[column]}</td>
                  ))}
                  <td>{student.missed === 0 ? null : `${formats.decimal(share, 0)} %`}</td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2} class="register__name">
                {words.total}
              </th>
              {columns.map((column) => (
                <td key={column}>{total(column)}</td>
              ))}
              <td>{formats.decimal(shareOf(total('lessons'), total('missed')), 0)} %</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p class="quiet">{words.systematicHint(absences.systematicPercent)}</p>
    </>
  );
}

function shareOf(lessons: number, missed: number): number {
  return lessons === 0 ? 0 : (missed * 100) / lessons;
}

/** The first day of the month after `YYYY-MM`. */
function nextMonth(month: string): string {
  return `${addDays(`${month}-28`, 4).slice(0, 7)}-01`;
}

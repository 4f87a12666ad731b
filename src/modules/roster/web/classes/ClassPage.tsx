import { useLocation, useRoute } from 'preact-iso';
import { fullName, listName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { printer } from '#web/ui/icons.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import type { ClassPage as Facts } from '../../classes/contract.ts';
import { personAddress, queryText, subgroupsAddress } from '../addresses.ts';
import { DateField } from '#web/ui/staff/DateField.tsx';
import { DownloadMenu } from '../parts/DownloadMenu.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { OfficeHead } from '../parts/OfficeHead.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { rosterChanged } from '../news.ts';
import { officeWords } from '../words.ts';
import './classes.css';

/** `/people/:schoolId/classes/:classId`: the list of a class on a date, and who came and left. */
export function ClassPage() {
  const { params, query } = useRoute();
  const { path, route } = useLocation();
  const schoolId = Number(params['schoolId']);
  const classId = params['classId'] ?? '';
  const date = query['date'];
  const words = useWords(officeWords);
  const formats = useFormats();
  const { reply, fault, reread } = useRead(
    { schoolId, key: `${classId} ${date ?? ''}`, follows: [rosterChanged] },
    (signal) =>
      call('GET /api/schools/{schoolId}/classes/{classId}', {
        params: { schoolId, classId },
        query: date === undefined ? {} : { date },
        signal,
      }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  const name = className(reply.schoolClass);
  const homeroom = reply.homeroom.map(fullName).join(', ');
  return (
    <div class="office class-page">
      <OfficeHead
        schoolId={schoolId}
        view="classes"
        title={words.classPage.title(name)}
        context={[
          words.classPage.students(reply.students.length),
          homeroom === '' ? '' : `${words.classPage.homeroom}: ${homeroom}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        <ButtonLink href={subgroupsAddress(schoolId, classId)}>{words.subgroups.link}</ButtonLink>
        <DownloadMenu
          address={`/api/schools/${schoolId}/classes/${classId}/export`}
          query={{ date: reply.date }}
        />
        <Button onClick={() => print()}>
          <Icon path={printer} size={18} />
          {words.print}
        </Button>
      </OfficeHead>
      <p class="print-only">
        {reply.schoolName}, {reply.year.name}. {words.classPage.printed(formats.dayOfYear(reply.date))}
      </p>
      <DateField
        id="class-date"
        label={words.classList.date}
        value={reply.date}
        onDate={(chosen) =>
          route(`${path}${queryText({ date: chosen === reply.today ? undefined : chosen })}`, true)
        }
      />
      {fault === null ? null : <PageFault fault={fault} retry={reread} />}
      {reply.students.length === 0 ? (
        <EmptyNote title={words.classPage.empty} text={words.classPage.emptyText} />
      ) : (
        <StudentTable schoolId={schoolId} page={reply} />
      )}
      <Moves schoolId={schoolId} page={reply} />
    </div>
  );
}

type PartProps = { readonly schoolId: number; readonly page: Facts };

function StudentTable({ schoolId, page }: PartProps) {
  const { classPage: words, card } = useWords(officeWords);
  const formats = useFormats();
  return (
    <table class="staff-table students-table">
      <caption class="hidden-text">{words.list}</caption>
      <thead>
        <tr>
          <th scope="col" class="gutter">
            {words.columns.number}
          </th>
          <th scope="col">{words.columns.name}</th>
          <th scope="col">{words.columns.birthDate}</th>
          <th scope="col">{words.columns.guardians}</th>
        </tr>
      </thead>
      <tbody>
        {page.students.map((student, index) => (
          <tr key={student.id}>
            <td class="gutter">{index + 1}</td>
            <th scope="row">
              <a href={personAddress(schoolId, student.id)}>{fullName(student)}</a>
              {student.since > page.year.startDate ? (
                <span class="quiet"> {words.since(formats.day(student.since))}</span>
              ) : null}
            </th>
            <td class="figures">
              {student.birthDate === null ? '' : formats.dayInFigures(student.birthDate)}
            </td>
            <td>
              {student.guardians.length === 0 ? (
                <span class="quiet">{words.noGuardians}</span>
              ) : (
                <ul class="students-table__guardians">
                  {student.guardians.map((guardian) => (
                    <li key={guardian.id}>
                      <span>
                        {fullName(guardian)}, {card.kinships[guardian.kinship]}
                      </span>
                      <span class={guardian.phone === null ? 'quiet' : 'figures'}>
                        {guardian.phone ?? words.noPhone}
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Moves({ schoolId, page }: PartProps) {
  const { classPage: words } = useWords(officeWords);
  const formats = useFormats();
  return (
    <section class="class-moves no-print" aria-labelledby="class-moves">
      <h2 id="class-moves">{words.moves}</h2>
      {page.moves.length === 0 ? (
        <p class="quiet">{words.noMoves}</p>
      ) : (
        <ul>
          {page.moves.map((move) => {
            const other = move.otherClass === null ? null : className(move.otherClass);
            const cameFrom = other === null ? words.fromOutside : words.fromClass(other);
            const wentTo = other === null ? words.toOutside : words.toClass(other);
            return (
              <li key={`${move.studentId} ${move.kind} ${move.date}`}>
                <span class="class-moves__day">{formats.day(move.date)}</span>
                <a href={personAddress(schoolId, move.studentId)}>{listName(move)}</a>
                <span class="quiet">
                  {words[move.kind]} {move.kind === 'came' ? cameFrom : wentTo}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

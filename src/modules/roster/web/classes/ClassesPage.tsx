import { useLocation, useRoute } from 'preact-iso';
import { shortName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import type { ClassList } from '../../classes/contract.ts';
import { classAddress, queryText } from '../addresses.ts';
import { DateField } from '#web/ui/staff/DateField.tsx';
import { DownloadMenu } from '../parts/DownloadMenu.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { OfficeHead } from '../parts/OfficeHead.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { rosterChanged } from '../news.ts';
import { officeWords } from '../words.ts';
import './classes.css';

/** `/people/:schoolId/classes`: the classes of the year with their head-count on a date. */
export function ClassesPage() {
  const { params, query } = useRoute();
  const { path, route } = useLocation();
  const schoolId = Number(params['schoolId']);
  const date = query['date'];
  const words = useWords(officeWords);
  const formats = useFormats();
  const { reply, fault, reread } = useRead(
    { schoolId, key: date ?? '', follows: [rosterChanged] },
    (signal) =>
      call('GET /api/schools/{schoolId}/classes', {
        params: { schoolId },
        query: date === undefined ? {} : { date },
        signal,
      }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  const total = reply.classes.reduce((sum, { students }) => sum + students, 0);
  return (
    <div class="office">
      <OfficeHead
        schoolId={schoolId}
        view="classes"
        title={words.classList.title}
        context={[reply.year?.name, words.classList.total(total), formats.dayOfYear(reply.date)]
          .filter(Boolean)
          .join(' · ')}
      >
        <DownloadMenu address={`/api/schools/${schoolId}/classes/export`} query={{ date: reply.date }} />
      </OfficeHead>
      <DateField
        id="classes-date"
        label={words.classList.date}
        value={reply.date}
        onDate={(chosen) =>
          route(`${path}${queryText({ date: chosen === reply.today ? undefined : chosen })}`, true)
        }
      />
      {fault === null ? null : <PageFault fault={fault} retry={reread} />}
      {reply.classes.length === 0 ? (
        <EmptyNote title={words.classList.empty} text={words.classList.emptyText} />
      ) : (
        <ClassTable schoolId={schoolId} list={reply} total={total} />
      )}
    </div>
  );
}

type TableProps = { readonly schoolId: number; readonly list: ClassList; readonly total: number };

/** One table; each parallel is a group of rows with its own head. */
function ClassTable({ schoolId, list, total }: TableProps) {
  const { classList: words } = useWords(officeWords);
  const grades = [...Map.groupBy(list.classes, ({ grade }) => grade)];
  const sum = (of: 'came' | 'left') => list.classes.reduce((all, line) => all + line[of], 0);
  const onDate = queryText({ date: list.date === list.today ? undefined : list.date });
  return (
    <table class="staff-table class-table">
      <caption class="hidden-text">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col" class="gutter">
            {words.columns.class}
          </th>
          <th scope="col">{words.columns.homeroom}</th>
          <th scope="col" class="number">
            {words.columns.students}
          </th>
          <th scope="col" class="number is-wide">
            {words.columns.came}
          </th>
          <th scope="col" class="number is-wide">
            {words.columns.left}
          </th>
        </tr>
      </thead>
      {grades.map(([grade, lines]) => (
        <tbody key={grade}>
          <tr class="class-table__grade">
            <th scope="colgroup" colSpan={5}>
              {words.grade(grade)}
            </th>
          </tr>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row" class="gutter">
                <a href={`${classAddress(schoolId, line.id)}${onDate}`}>{className(line)}</a>
              </th>
              <td>
                {line.homeroom.length === 0 ? (
                  <span class="quiet">{words.noHomeroom}</span>
                ) : (
                  line.homeroom.map(shortName).join(', ')
                )}
              </td>
              <td class="number">
                <b>{line.students}</b>
                <span class="class-table__changes quiet">{changes(line)}</span>
              </td>
              <td class="number quiet is-wide">{line.came === 0 ? '' : `+${line.came}`}</td>
              <td class="number quiet is-wide">{line.left === 0 ? '' : `−${line.left}`}</td>
            </tr>
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {words.sum}
          </th>
          <td class="number">
            <b>{total}</b>
          </td>
          <td class="number quiet is-wide">{sum('came') === 0 ? '' : `+${sum('came')}`}</td>
          <td class="number quiet is-wide">{sum('left') === 0 ? '' : `−${sum('left')}`}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** «+2 −1» beside the number, where there is no room for columns of their own. */
function changes({ came, left }: ClassList['classes'][number]): string {
  return [came === 0 ? '' : `+${came}`, left === 0 ? '' : `−${left}`].filter(Boolean).join(' ');
}

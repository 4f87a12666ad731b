import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { shortName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { plus } from '#web/ui/icons.ts';
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
import { ClassSheet } from './ClassSheet.tsx';
import './classes.css';

/** `/people/:schoolId/classes`: the classes of the year with their head-count on a date. */
export function ClassesPage() {
  const { params, query } = useRoute();
  const { path, route } = useLocation();
  const schoolId = Number(params['schoolId']);
  const date = query['date'];
  const words = useWords(officeWords);
  const formats = useFormats();
  const [opened, setOpened] = useState<Line | 'new' | null>(null);
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
  const mayOpen = reply.mayWrite && reply.year !== null;
  const open = mayOpen ? (
    <Button kind="primary" onClick={() => setOpened('new')}>
      <Icon path={plus} size={18} />
      {words.classForm.open}
    </Button>
  ) : null;
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
        {reply.classes.length === 0 ? null : open}
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
        reply.year === null ? (
          <EmptyNote title={words.classForm.noYear} text={words.classForm.noYearText} />
        ) : (
          <EmptyNote
            title={words.classList.empty}
            text={reply.mayWrite ? words.classList.emptyText : null}
            action={open}
          />
        )
      ) : (
        <ClassTable schoolId={schoolId} list={reply} total={total} change={mayOpen ? setOpened : null} />
      )}
      {opened === null ? null : (
        <ClassSheet
          schoolId={schoolId}
          list={reply}
          line={opened === 'new' ? null : opened}
          reread={reread}
          close={() => setOpened(null)}
        />
      )}
    </div>
  );
}

type Line = ClassList['classes'][number];
type TableProps = {
  readonly schoolId: number;
  readonly list: ClassList;
  readonly total: number;
  /** Null for those who only read. */
  readonly change: ((line: Line) => void) | null;
};

/** One table; each parallel is a group of rows with its own head. */
function ClassTable({ schoolId, list, total, change }: TableProps) {
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
                {change === null ? (
                  <Homeroom line={line} />
                ) : (
                  <button type="button" class="link-button" onClick={() => change(line)}>
                    <Homeroom line={line} />
                  </button>
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

function Homeroom({ line }: { readonly line: Line }) {
  const { classList: words } = useWords(officeWords);
  return line.homeroom.length === 0 ? (
    <span class="quiet">{words.noHomeroom}</span>
  ) : (
    <>{line.homeroom.map(shortName).join(', ')}</>
  );
}

/** «+2 −1» beside the number, where there is no room for columns of their own. */
function changes({ came, left }: ClassList['classes'][number]): string {
  return [came === 0 ? '' : `+${came}`, left === 0 ? '' : `−${left}`].filter(Boolean).join(' ');
}

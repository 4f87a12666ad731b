import { useFormats, useWords } from '#web/page-context.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { check } from '#web/ui/icons.ts';
import { unbroken } from '#web/typography.ts';
import type { DayDebt, DayPoint, TeacherDay } from '../../teacher-day/contract.ts';
import { daysLeft } from '../../teacher-day/rules.ts';
import { lessonAddress, pageAddress } from '../addresses.ts';
import { groupName } from '../page/names.ts';
import { dayWords } from './words.ts';

type DebtsProps = { readonly schoolId: number; readonly day: TeacherDay };

/** What is left from the days before, the most urgent first. */
export function DayDebts({ schoolId, day }: DebtsProps) {
  const words = useWords(dayWords);
  const { debts, points, today } = day;
  return (
    <aside class="day__debts">
      <section aria-labelledby="debts-title">
        <h2 id="debts-title">
          {words.debts.title}
          {debts.length === 0 ? null : <span class="day__count">{debts.length}</span>}
        </h2>
        {debts.length === 0 ? (
          <p class="day__clear">
            <Icon path={check} size={16} /> {words.debts.none}
          </p>
        ) : (
          <>
            <p class="quiet">{words.debts.text}</p>
            <ul class="day-list">
              {debts.map((debt) => (
                <DebtLine key={debt.lessonId} schoolId={schoolId} debt={debt} today={today} />
              ))}
            </ul>
          </>
        )}
      </section>
      {points.length === 0 ? null : (
        <section aria-labelledby="points-title">
          <h2 id="points-title">
            {words.points.title}
            <span class="day__count">{points.length}</span>
          </h2>
          <ul class="day-list">
            {points.map((point) => (
              <PointLine
                key={`${point.workId} ${point.studentId}`}
                schoolId={schoolId}
                point={point}
                today={today}
              />
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function DebtLine({ schoolId, debt, today }: { schoolId: number; debt: DayDebt; today: string }) {
  const words = useWords(dayWords).debts;
  const formats = useFormats();
  const missing = [
    ...(debt.attendanceTaken ? [] : [words.attendance]),
    ...(debt.hasTopic ? [] : [words.topic]),
    ...(debt.hasHomework ? [] : [words.homework]),
  ];
  const left = daysLeft(debt.openUntil, today);
  return (
    <li>
      <a
        class="day-line"
        href={lessonAddress(schoolId, { id: debt.lessonId, pageId: debt.pageId, date: debt.date }, true)}
      >
        <span class="day-line__date">{formats.dayAndMonthInFigures(debt.date)}</span>
        <span class="day-line__text">
          <span>
            <b>{groupName(debt)}</b> {debt.subject}
          </span>
          <span class="quiet">{words.missing(missing.join(', '))}</span>
        </span>
        {left === null ? null : (
          <span class={left <= 2 ? 'day-line__left is-near' : 'day-line__left'}>
            {left <= 0 ? words.closesToday : words.closesIn(left)}
          </span>
        )}
      </a>
    </li>
  );
}

function PointLine({ schoolId, point, today }: { schoolId: number; point: DayPoint; today: string }) {
  const words = useWords(dayWords).points;
  const formats = useFormats();
  const { due } = point;
  const isOver = due !== null && due < today;
  return (
    <li>
      <a class="day-line" href={pageAddress(schoolId, point.pageId)}>
        <span class="day-line__text">
          <span>
            <b>
              {point.lastName} {point.firstName}
            </b>
          </span>
          <span class="quiet">{unbroken(`${groupName(point)}, ${point.subject}`)}</span>
        </span>
        <span class={isOver ? 'day-line__left is-near' : 'day-line__left'}>
          {due === null
            ? words.noDue
            : isOver
              ? words.overdue(formats.day(due))
              : words.due(formats.day(due))}
        </span>
      </a>
    </li>
  );
}

import { useLocation, useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { className } from '#modules/roster/school-class/rules.ts';
import { useWords } from '#web/page-context.tsx';
import { shellWords } from '#web/shell-words.ts';
import { useSession } from '#web/staff/session.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { DateField } from '#web/ui/staff/DateField.tsx';
import { NameChoice } from '#web/ui/staff/NameChoice.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import { weekAddress, weeklyAddress } from '../addresses.ts';
import { Fault } from '../Fault.tsx';
import { matches } from '../names.ts';
import { useReading } from '../reading.ts';
import { mayChange } from '../rights.ts';
import { timetableWords } from '../words.ts';
import { readWeekly, type Weekly } from './acts.ts';
import { bookOf } from './book.ts';
import { WeekEditor } from './WeekEditor.tsx';
import { weeklyWords } from './words.ts';
import '../week/week.css';
import './weekly.css';

/** `/timetable/:schoolId/weekly?class=&from=`: the weekly pattern of a class, put together by hand. */
export function WeeklyPage() {
  const { params, query } = useRoute();
  const shell = useWords(shellWords);
  const words = useWords(weeklyWords);
  const session = useSession();
  const schoolId = Number(params['schoolId']);
  useEffect(() => {
    document.title = words.title;
  }, [words.title]);
  if (!mayChange(session, schoolId)) {
    return <EmptyNote title={shell.notFoundTitle} text={shell.notFoundText} />;
  }
  return <Week schoolId={schoolId} classId={query['class'] ?? null} from={query['from'] ?? null} />;
}

type Props = { readonly schoolId: number; readonly classId: string | null; readonly from: string | null };

function Week({ schoolId, classId, from }: Props) {
  const { shown, fault, reread } = useReading(schoolId, `weekly ${schoolId} ${from ?? ''}`, (signal) =>
    readWeekly(schoolId, from, signal),
  );
  if (shown === null) {
    if (fault !== null) return <Fault fault={fault} retry={reread} />;
    return <div class="timetable-waiting" aria-busy="true" />;
  }
  return (
    <div class="timetable-page weekly">
      {fault === null ? null : <Fault fault={fault} retry={reread} />}
      <Shown schoolId={schoolId} week={shown} classId={classId} reread={reread} />
    </div>
  );
}

type ShownProps = {
  readonly schoolId: number;
  readonly week: Weekly;
  readonly classId: string | null;
  readonly reread: () => void;
};

function Shown({ schoolId, week, classId, reread }: ShownProps) {
  const words = useWords(weeklyWords);
  const timetable = useWords(timetableWords);
  const { route } = useLocation();
  const schoolClass = week.classes.find(({ id }) => id === classId) ?? week.classes[0];
  if (week.year === null || schoolClass === undefined) {
    const [title, text] =
      week.year === null ? [words.noYear, words.noYearText] : [words.noClasses, words.noClassesText];
    return (
      <>
        <PageHeader title={words.title} />
        <EmptyNote title={title} text={text} />
      </>
    );
  }
  const places = week.classes.map((one) => ({
    id: one.id,
    name: className(one),
    also: `${one.grade}${one.letter}`,
    href: weeklyAddress(schoolId, { classId: one.id, from: week.from }),
  }));
  return (
    <>
      <PageHeader title={className(schoolClass)} context={words.title}>
        <ButtonLink href={weekAddress(schoolId, { lens: 'class', id: schoolClass.id })}>
          {timetable.title}
        </ButtonLink>
        <TableMenu
          schoolId={schoolId}
          name={`${className(schoolClass)}, ${words.title}, ${week.from}`}
          table=".weekly-grid"
        />
      </PageHeader>
      <div class="week-bar no-print">
        <NameChoice
          id="find-class"
          label={words.chooseClass}
          searchLabel={words.search}
          nothingFound={words.nothingFound}
          current={places.find(({ id }) => id === schoolClass.id) ?? null}
          places={places}
          matches={matches}
        />
        <DateField
          id="weekly-from"
          label={words.from}
          value={week.from}
          onDate={(from) => route(weeklyAddress(schoolId, { classId: schoolClass.id, from }))}
        />
      </div>
      <WeekEditor key={schoolClass.id} schoolId={schoolId} book={bookOf(week, schoolClass)} reread={reread} />
    </>
  );
}

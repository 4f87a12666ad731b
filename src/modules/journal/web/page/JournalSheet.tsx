import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { shortName } from '#modules/roster/person/rules.ts';
import { Button } from '#web/ui/Button.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { printer } from '#web/ui/icons.ts';
import { SegmentedTabs } from '#web/ui/Navigation.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import { SaveDot } from '#web/ui/staff/SaveDot.tsx';
import { LessonForm } from '../form/LessonForm.tsx';
import { Grid } from '../grid/Grid.tsx';
import { todayColumn } from '../grid/control.ts';
import { Dialogs } from '../panels/Dialogs.tsx';
import { printSpread } from '../print/print.tsx';
import { LessonTable } from './LessonTable.tsx';
import { Troubles } from './Troubles.tsx';
import { groupName } from './names.ts';
import type { Journal } from './journal.ts';

type SheetProps = {
  readonly journal: Journal;
  /** `marks`, `lessons`, `students` */
  readonly view: string;
  /** The lesson a link leads to; null = the one that is on. */
  readonly lessonId: string | null;
  /** The lesson's card is open. */
  readonly hasCard: boolean;
  readonly onPeriod: (from: string, to: string) => void;
};

const views = ['marks', 'lessons', 'students'] as const;

/** The page with its head; a phone has the form in place of the grid. */
export function JournalSheet({ journal, view, lessonId, hasCard, onPeriod }: SheetProps) {
  const { words, store, spoken } = journal;
  const { path, query } = useLocation();
  const model = store.model.value;
  const isPhone = useIsPhone();
  const shown = isPhone && view === 'marks' ? 'students' : view;
  // On a phone every line before the first student counts: the form has the lesson's card and the periods itself.
  const isLessonMode = isPhone && shown === 'students';
  const { page } = model.facts;
  const title = `${page.subject.name} · ${groupName(page)}`;
  useEffect(() => {
    document.title = `${title} · ${words.journal}`;
  }, [title, words.journal]);
  useEffect(() => printSpread(journal), [journal]);
  useEffect(() => {
    if (hasCard && lessonId !== null) journal.open({ kind: 'lesson', lessonId });
  }, [journal, hasCard, lessonId]);
  const tabs = views.filter((one) => !isPhone || one !== 'marks');
  return (
    <div class={isLessonMode ? 'journal journal--lesson' : 'journal'}>
      <PageHeader title={title} context={<Context journal={journal} />}>
        {isLessonMode ? null : <PeriodChoice journal={journal} onPeriod={onPeriod} />}
        <SegmentedTabs
          name={words.viewsName}
          places={tabs.map((one) => ({
            href: `${path}?${new URLSearchParams({ ...query, view: one }).toString()}`,
            word: words.views[one],
            isCurrent: one === shown,
          }))}
        />
        {isPhone || shown === 'students' ? null : <TableMenu schoolId={journal.schoolId} name={title} />}
        {isPhone ? null : (
          <button type="button" class="icon-button" aria-label={words.print} onClick={() => print()}>
            <Icon path={printer} />
          </button>
        )}
        {isLessonMode ? null : <CurrentLesson journal={journal} />}
      </PageHeader>
      <Troubles journal={journal} />
      {noteOf(journal) === null ? null : <p class="journal__note">{noteOf(journal)}</p>}
      <View {...{ journal, shown, lessonId, onPeriod, isLessonMode }} />
      <p class="hidden-text" role="status">
        {spoken.value}
      </p>
      <Dialogs journal={journal} />
    </div>
  );
}

/** Why less can be done here than on other pages. */
function noteOf({ words, store }: Journal): string | null {
  const { hasMarks, facts } = store.model.value;
  if (!facts.may.write && facts.may.writeLessons.length === 0) return words.readOnly;
  return hasMarks ? null : words.noMarksHere;
}

type ViewProps = Pick<SheetProps, 'journal' | 'lessonId' | 'onPeriod'> & {
  readonly shown: string;
  readonly isLessonMode: boolean;
};

function View({ journal, shown, lessonId, onPeriod, isLessonMode }: ViewProps) {
  const { words } = journal;
  const { students, columns } = journal.store.model.value;
  if (columns.length === 0) return <EmptyNote title={words.noLessons} text={words.noLessonsText} />;
  if (shown === 'lessons') return <LessonTable journal={journal} />;
  if (students.length === 0) return <EmptyNote title={words.noStudents} text={words.noStudentsText} />;
  return shown === 'students' ? (
    <LessonForm
      key={journal.store.model.value.facts.from}
      journal={journal}
      lessonId={lessonId}
      foot={
        isLessonMode ? (
          <div class="other-periods">
            <span>{words.form.otherPeriods}</span>
            <PeriodChoice journal={journal} onPeriod={onPeriod} />
          </div>
        ) : null
      }
    />
  ) : (
    <Grid journal={journal} lessonId={lessonId} />
  );
}

/** Teachers, students, and how everything typed stands with the server. */
function Context({ journal }: { journal: Journal }) {
  const { words, store } = journal;
  const { facts, students } = store.model.value;
  const { state, at } = store.queue.saving.value;
  const present = students.filter(({ endDate }) => endDate === null || endDate >= facts.today);
  const teachers = facts.page.teachers
    .filter(({ startDate, endDate }) => startDate <= facts.today && (endDate ?? facts.today) >= facts.today)
    .map(shortName);
  const isKept = state === 'saved' || state === 'sending';
  const saving =
    state === 'saved'
      ? at === null
        ? words.saving.untouched
        : words.saving.saved(store.schoolTime(at))
      : words.saving[state];
  return (
    <>
      {[...teachers, words.students(present.length)].join(' · ')} ·{' '}
      <span class={isKept ? 'journal__saving' : 'journal__saving is-fault'} role="status">
        <SaveDot state={state === 'saved' ? 'saved' : 'queued'} /> {saving}
      </span>
    </>
  );
}

function PeriodChoice({ journal, onPeriod }: Pick<SheetProps, 'journal' | 'onPeriod'>) {
  const { words, store } = journal;
  const { periods, from, to } = store.model.value.facts;
  const chosen = periods.find(({ startDate, endDate }) => startDate === from && endDate === to);
  if (periods.length < 2) return null;
  return (
    <select
      class="period-choice"
      aria-label={words.period}
      value={chosen?.id ?? ''}
      onChange={(event) => {
        const period = periods.find(({ id }) => id === event.currentTarget.value);
        if (period) onPeriod(period.startDate, period.endDate);
      }}
    >
      {chosen ? null : <option value="">{journal.formats.days(from, to)}</option>}
      {periods.map(({ id, kind, name }) => (
        <option key={id} value={id}>
          {kind === 'year' ? words.wholeYear : name}
        </option>
      ))}
    </select>
  );
}

/** The one primary act: the lesson that is on, else the last one. */
function CurrentLesson({ journal }: { journal: Journal }) {
  const { words, store, formats } = journal;
  const { columns, facts } = store.model.value;
  const column = columns[todayColumn(journal) ?? -1];
  if (column === undefined) return null;
  const { lesson } = column;
  const isToday = lesson.date === facts.today && lesson.starts !== null;
  return (
    <Button kind="primary" onClick={() => journal.open({ kind: 'lesson', lessonId: lesson.id })}>
      {isToday ? words.lessonNow(lesson.starts ?? '') : words.lessonOf(formats.day(lesson.date))}
    </Button>
  );
}

const phoneWidth = '(max-width: 719px)';

function useIsPhone(): boolean {
  const [isPhone, setPhone] = useState(() => matchMedia(phoneWidth).matches);
  useEffect(() => {
    const width = matchMedia(phoneWidth);
    const look = () => setPhone(width.matches);
    width.addEventListener('change', look);
    return () => width.removeEventListener('change', look);
  }, []);
  return isPhone;
}

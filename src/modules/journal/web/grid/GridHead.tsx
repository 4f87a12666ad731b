import { Icon } from '#web/ui/Icon.tsx';
import { lock } from '#web/ui/icons.ts';
import type { Journal } from '../page/journal.ts';
import type { Column, PageModel } from '../store/model.ts';
import { columnLock } from './looks.ts';

type HeadProps = { readonly journal: Journal; readonly model: PageModel };

/** Months, days and kinds of work. A day opens its lesson. */
export function GridHead({ journal, model }: HeadProps) {
  const { words, formats } = journal;
  const lessons = model.columns.filter(({ isFirst }) => isFirst);
  return (
    <thead>
      <tr>
        <th class="head head--student" rowSpan={3} scope="col">
          {words.grid.student}
        </th>
        {model.months.map(({ month, date, span }) => (
          <th key={month} class="head head--month" colSpan={span} scope="colgroup">
            <span>{formats.month(date)}</span>
          </th>
        ))}
        <EndHeads journal={journal} model={model} />
      </tr>
      <tr aria-rowindex={1}>
        {lessons.map((column) => (
          <DayHead key={column.lesson.id} journal={journal} column={column} />
        ))}
      </tr>
      <tr>
        {model.columns.map((column) => (
          <WorkHead key={column.work.id} journal={journal} column={column} />
        ))}
      </tr>
    </thead>
  );
}

function DayHead({ journal, column }: { journal: Journal; column: Column }) {
  const { words, formats, store } = journal;
  const { lesson, index, span } = column;
  const isToday = lesson.date === store.model.peek().facts.today;
  const shut = columnLock(journal, lesson);
  const isClosed = shut === 'marks.editWindowClosed' || shut === 'marks.periodLocked';
  const notes = [
    formats.weekdayAndDay(lesson.date),
    words.lesson.number(lesson.number),
    lesson.starts && lesson.ends ? formats.times(lesson.starts, lesson.ends) : null,
    isToday ? words.grid.today : null,
    lesson.state === 'planned' ? null : words.grid[lesson.state],
    isClosed ? words.grid.closed : null,
    lesson.topic,
  ].filter(Boolean);
  const look = [
    'head head--day',
    isToday && 'is-today',
    isClosed && 'is-closed',
    lesson.state === 'cancelled' && 'is-cancelled',
    isMonthStart(column, store.model.peek()) && 'is-month',
  ];
  return (
    <th
      class={look.filter(Boolean).join(' ')}
      colSpan={span}
      scope="colgroup"
      data-row="-1"
      data-column={index}
      aria-colindex={index + 2}
      aria-haspopup="dialog"
      aria-label={notes.join(', ')}
      title={notes.join('\n')}
    >
      {lesson.date.slice(8)}
      {isClosed ? <Icon path={lock} size={10} /> : null}
    </th>
  );
}

function WorkHead({ journal, column }: { journal: Journal; column: Column }) {
  const { words, store } = journal;
  const { work, lesson, index } = column;
  const isToday = lesson.date === store.model.peek().facts.today;
  const isUsual = work.type?.isDefault === true && column.span === 1;
  const name = [
    work.type?.name,
    work.title,
    work.weight === 1 ? null : words.grid.weight(work.weight),
  ].filter(Boolean);
  const look = [
    'head head--work',
    `weighs-${Math.min(4, Math.max(0, isUsual ? 1 : work.weight))}`,
    isToday && 'is-today',
    column.isFirst && isMonthStart(column, store.model.peek()) && 'is-month',
    !column.isFirst && 'is-further',
  ];
  return (
    <th
      class={look.filter(Boolean).join(' ')}
      scope="col"
      data-row="-1"
      data-column={index}
      data-file-text={isUsual ? '' : name.join(', ')}
      title={name.join(', ')}
    >
      <span class="hidden-text">{name.join(', ')}</span>
      <span aria-hidden="true">{isUsual ? '' : (work.type?.abbr ?? '')}</span>
    </th>
  );
}

function EndHeads({ journal, model }: HeadProps) {
  const { grid } = journal.words;
  if (!model.hasMarks) return null;
  return (
    <>
      <th class="head head--end end-1" rowSpan={3} scope="col" title={grid.weightedLong}>
        <abbr title={grid.weightedLong}>{grid.weighted}</abbr>
      </th>
      <th class="head head--end end-2" rowSpan={3} scope="col" title={grid.plainLong}>
        <abbr title={grid.plainLong}>{grid.plain}</abbr>
      </th>
      {model.finals.map(({ periodId, kind, name }, at) => (
        <th key={periodId + kind} class={`head head--end end-${at + 3}`} rowSpan={3} scope="col">
          {name}
        </th>
      ))}
    </>
  );
}

export function isMonthStart({ index, lesson }: Column, { columns }: PageModel): boolean {
  const before = columns[index - 1];
  return before !== undefined && before.lesson.date.slice(0, 7) !== lesson.date.slice(0, 7);
}

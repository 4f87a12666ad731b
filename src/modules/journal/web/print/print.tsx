import { render } from 'preact';
import { markText } from '#web/ui/mark-names.ts';
import { unbroken } from '#web/typography.ts';
import { averageText } from '../../marks/rules.ts';
import type { Journal } from '../page/journal.ts';
import { cellText, groupName } from '../page/names.ts';
import type { Column, Student } from '../store/model.ts';
import { isMember } from '../store/views.ts';
import './print.css';

const rowsOnPage = 35;
const columnsOnPage = 26;

/**
 * Prepares the spread of the paper journal whenever the browser prints: marks at the left, topics at the right.
 * It is made at that moment only, so that the page carries no second table. Returns the end of it.
 */
export function printSpread(journal: Journal): () => void {
  const place = document.createElement('div');
  place.className = 'print-place';
  const prepare = () => {
    document.body.append(place);
    render(<Spreads journal={journal} />, place);
  };
  const clean = () => {
    render(null, place);
    place.remove();
  };
  addEventListener('beforeprint', prepare);
  addEventListener('afterprint', clean);
  return () => {
    removeEventListener('beforeprint', prepare);
    removeEventListener('afterprint', clean);
    clean();
  };
}

function Spreads({ journal }: { journal: Journal }) {
  const { students, columns } = journal.store.model.peek();
  const parts = chunks(columns, columnsOnPage);
  return (
    <>
      {parts.flatMap((part, at) =>
        chunks(students, rowsOnPage).map((rows, page) => (
          <Spread
            key={`${at} ${page}`}
            journal={journal}
            columns={part}
            students={rows}
            isLast={at === parts.length - 1}
          />
        )),
      )}
    </>
  );
}

type SpreadProps = {
  readonly journal: Journal;
  readonly columns: readonly Column[];
  readonly students: readonly Student[];
  /** Averages stand on the last sheet. */
  readonly isLast: boolean;
};

function Spread({ journal, columns, students, isLast }: SpreadProps) {
  const { words, formats, uiWords, store } = journal;
  const { facts, hasMarks, finals } = store.model.peek();
  const lessons = columns.filter(({ isFirst }) => isFirst).map(({ lesson }) => lesson);
  const hasEnd = isLast && hasMarks;
  return (
    <section class="spread">
      <h2>
        {facts.page.subject.name} · {groupName(facts.page)} · {formats.days(facts.from, facts.to)}
      </h2>
      <div class="spread__halves">
        <table class="spread__marks">
          <thead>
            <tr>
              <th class="spread__name">{words.grid.student}</th>
              {columns.map(({ work, lesson }) => (
                <th key={work.id}>
                  {lesson.date.slice(8)}
                  <br />
                  {lesson.date.slice(5, 7)}
                  <small>{work.type?.isDefault === false ? work.type.abbr : ''}</small>
                </th>
              ))}
              {hasEnd ? <th>{words.grid.weighted}</th> : null}
              {hasEnd ? finals.map(({ periodId, name }) => <th key={periodId}>{name}</th>) : null}
            </tr>
          </thead>
          <tbody>
            {students.map((student) => {
              const row = store.row(student).peek();
              return (
                <tr key={student.id}>
                  <th class="spread__name">
                    {student.row + 1}. {student.name}
                  </th>
                  {columns.map((column) => (
                    <td key={column.work.id} class={isMember(student, column.lesson.date) ? '' : 'is-out'}>
                      {cellText(uiWords, store.cell(column, student).peek())}
                    </td>
                  ))}
                  {hasEnd ? <td>{averageText(row.weighted)}</td> : null}
                  {hasEnd
                    ? row.finals.map(({ value }, at) => (
                        <td key={finals[at]?.periodId}>{value === null ? '' : markText(uiWords, value)}</td>
                      ))
                    : null}
                </tr>
              );
            })}
          </tbody>
        </table>
        <table class="spread__topics">
          <thead>
            <tr>
              <th>{words.lessons.date}</th>
              <th>{words.lessons.topic}</th>
              <th>{words.lessons.homework}</th>
            </tr>
          </thead>
          <tbody>
            {lessons.map(({ id, date }) => (
              <tr key={id}>
                <td>{formats.dayAndMonthInFigures(date)}</td>
                <td>{unbroken(store.contentAt('record', { lessonId: id })?.topic ?? '')}</td>
                <td>{unbroken(store.contentAt('homework', { lessonId: id })?.text ?? '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}

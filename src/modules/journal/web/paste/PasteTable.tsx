import { useWords } from '#web/page-context.tsx';
import { markText } from '#web/ui/mark-names.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { lock as lockIcon, warning } from '#web/ui/icons.ts';
import type { Journal } from '../page/journal.ts';
import { cellText, lockText } from '../page/names.ts';
import type { Column } from '../store/model.ts';
import type { JudgedCell } from './judged-cells.ts';
import { pasteWords } from './words.ts';

type TableProps = {
  readonly journal: Journal;
  readonly cells: readonly JudgedCell[];
  readonly columns: readonly Column[];
};

/** The students and columns concerned, with what each cell will say. */
export function PasteTable({ journal, cells, columns }: TableProps) {
  const words = useWords(pasteWords);
  const { formats } = journal;
  const students = journal.store.model
    .peek()
    .students.filter(({ id }) => cells.some(({ student }) => student.id === id));
  return (
    <table class="paste__table" aria-label={words.preview}>
      <thead>
        <tr>
          <th scope="col">{words.student}</th>
          {columns.map(({ index, lesson, work, span }) => (
            <th key={index} scope="col">
              {formats.dayAndMonthInFigures(lesson.date)}
              {span > 1 || work.type?.isDefault === false ? <small>{work.type?.abbr}</small> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {students.map((student) => (
          <tr key={student.id}>
            <th scope="row">{student.name}</th>
            {columns.map((column) => (
              <Cell
                key={column.index}
                journal={journal}
                cell={cells.find((one) => one.student.id === student.id && one.column.index === column.index)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ journal, cell }: { journal: Journal; cell: JudgedCell | undefined }) {
  const words = useWords(pasteWords);
  if (cell === undefined) {
    return (
      <td>
        <span class="hidden-text">{journal.words.emptyCell}</span>
      </td>
    );
  }
  const why = whyNot(journal, words, cell);
  if (why !== null) {
    return (
      <td class="is-left" title={why}>
        <Icon path={cell.outcome === 'closed' ? lockIcon : warning} size={12} name={why} /> {cell.text}
      </td>
    );
  }
  const old = cellText(journal.uiWords, journal.store.cell(cell.column, cell.student).peek());
  const isChange = cell.outcome === 'written' && old !== '';
  return (
    <td class={cell.outcome === 'same' ? 'is-same' : isChange ? 'is-written is-change' : 'is-written'}>
      <b>{saidText(journal, cell)}</b>
      {isChange ? <small>{words.instead(old)}</small> : null}
    </td>
  );
}

function saidText({ uiWords }: Journal, { said, text }: JudgedCell): string {
  if (said === null) return text;
  const marks = [said.value, said.second]
    .filter((code) => code !== null)
    .map((code) => markText(uiWords, code));
  const letter = said.fact === null ? [] : [uiWords.attendanceLetter[said.fact]];
  return [...letter, marks.join('/')].filter((part) => part !== '').join(' ');
}

/** Why a cell stays out; null = it does not. */
export function whyNot(
  journal: Journal,
  words: (typeof pasteWords)['ru'],
  { outcome, lock, text }: JudgedCell,
): string | null {
  if (outcome === 'unknown') return words.unknownValue(text);
  if (outcome === 'conflict') return words.inConflict;
  return lock === null ? null : lockText(journal.words, lock, journal.store);
}

import { useWords } from '#web/page-context.tsx';
import type { Journal } from '../page/journal.ts';
import type { JudgedCell } from './judged-cells.ts';
import { whyNot } from './PasteTable.tsx';
import type { Misfit } from './paste-plan.ts';
import type { PasteWords } from './ru.ts';
import { pasteWords } from './words.ts';

type MisfitsProps = {
  readonly journal: Journal;
  readonly cells: readonly JudgedCell[];
  readonly misfits: readonly Misfit[];
};

/** A long list of the same trouble says nothing more. */
const most = 12;

/** Everything of the table that finds no place, each with its reason. */
export function Misfits({ journal, cells, misfits }: MisfitsProps) {
  const words = useWords(pasteWords);
  const { formats } = journal;
  const lines = [
    ...misfits.map((misfit) => misfitText(words, misfit)),
    ...cells.flatMap((cell) => {
      const why = whyNot(journal, words, cell);
      if (why === null) return [];
      return [`${words.at(cell.student.name, formats.day(cell.column.lesson.date))}: ${why}`];
    }),
  ];
  const hadReasons = cells.some(({ said, outcome }) => said?.hadReason === true && outcome === 'written');
  if (lines.length === 0 && !hadReasons) return null;
  return (
    <section class="paste__misfits">
      {hadReasons ? <p>{words.reasons}</p> : null}
      {lines.length === 0 ? null : (
        <>
          <h3>{words.misfitsTitle}</h3>
          <ul>
            {lines.slice(0, most).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {lines.length > most ? <li>{words.more(lines.length - most)}</li> : null}
          </ul>
        </>
      )}
    </section>
  );
}

function misfitText(words: PasteWords, misfit: Misfit): string {
  const said = words.misfits;
  switch (misfit.kind) {
    case 'unknownStudent':
    case 'ambiguousStudent':
    case 'twiceStudent':
      return said[misfit.kind](misfit.row, misfit.name);
    case 'extraRows':
      return said.extraRows(misfit.row, misfit.count);
    case 'extraColumns':
      return said.extraColumns(misfit.column, misfit.count);
    case 'unknownDate':
    case 'skippedColumn':
      return said[misfit.kind](misfit.column, misfit.text);
  }
}

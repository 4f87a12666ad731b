import { Button } from '#web/ui/Button.tsx';
import type { Journal } from '../page/journal.ts';
import { attendancePlace, type ActResult, type Cell } from '../store/acts.ts';
import { Bubble } from './Bubble.tsx';
import { ValueButtons } from './ValueButtons.tsx';

/** Values, attendance and the way to everything else, for mouse and finger. */
export function CellMenu({ journal, cell }: { journal: Journal; cell: Cell }) {
  const { store, acts, words, uiWords, formats, close } = journal;
  const { student, column } = cell;
  const view = store.cell(column, student).value;
  const presence = store.contentAt('attendance', attendancePlace(column, student))?.fact ?? 'present';
  const perform = (act: () => ActResult) => {
    close();
    const result = act();
    journal.tell(result, [cell], () => journal.tell(act(), [cell], () => undefined));
  };
  const title = `${student.name}, ${formats.day(column.lesson.date)}`;
  return (
    <Bubble id="cell-menu" title={title} onClose={close}>
      {store.model.value.hasMarks ? (
        <ValueButtons
          label={words.cell.values}
          scale={store.model.value.offered}
          bandOf={store.model.value.bandOf}
          uiWords={uiWords}
          current={view.marks.at(-1)?.value ?? null}
          hasFocus
          onChoose={(value) => perform(() => acts.setMark([cell], value))}
        />
      ) : null}
      <div class="values" role="group" aria-label={words.cell.attendance}>
        {(['absent', 'late', 'remote', 'exempt'] as const).map((fact) => (
          <button
            key={fact}
            type="button"
            class="value value--word"
            aria-pressed={presence === fact}
            onClick={() => perform(() => acts.toggleAttendance([cell], fact))}
          >
            {uiWords.attendanceWord[fact].split(',')[0]}
          </button>
        ))}
      </div>
      <div class="bubble__acts">
        {view.marks.length > 0 ? (
          <Button kind="quiet" onClick={() => perform(() => acts.clear([cell]))}>
            {words.cell.clear}
          </Button>
        ) : null}
        <Button kind="quiet" onClick={() => journal.open({ kind: 'cell', cell, at: 'panel' })}>
          {words.cell.more}
        </Button>
      </div>
    </Bubble>
  );
}

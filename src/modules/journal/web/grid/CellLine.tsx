import { Icon } from '#web/ui/Icon.tsx';
import { lock as lockIcon, warning } from '#web/ui/icons.ts';
import { ShortcutBar } from '#web/ui/staff/ShortcutBar.tsx';
import { wholeValues } from '../../final-marks/rules.ts';
import type { Journal } from '../page/journal.ts';
import { cellName, elsewhereText, lockText } from '../page/names.ts';
import { isSingle, rangeOf } from './area.ts';
import type { GridControl } from './control.ts';
import { isLongScale } from './keys.ts';

type LineProps = { readonly journal: Journal; readonly control: GridControl };

/** Under the grid: what the focused cell holds or why it is closed, and the most used keys. */
export function CellLine({ journal, control }: LineProps) {
  const { keys } = journal.words;
  const { offered } = journal.store.model.value;
  const values = wholeValues(offered);
  const markKeys = isLongScale(offered)
    ? [`${String(values.at(-1))}–${String(values[0])}`, 'Enter']
    : ['2', '–', '5'];
  return (
    <div class="cell-line no-print">
      <CellWords journal={journal} control={control} />
      <ShortcutBar
        shortcuts={[
          ...(values.length === 0 ? [] : [{ keys: markKeys, word: keys.mark }]),
          { keys: ['Н'], word: keys.absent },
          { keys: ['Ctrl', 'Z'], word: keys.undo },
          { keys: ['?'], word: keys.all },
        ]}
      />
    </div>
  );
}

function CellWords({ journal, control }: LineProps) {
  const { store, words, formats, notice } = journal;
  const said = notice.value;
  const model = store.model.value;
  const focus = control.focus.value;
  const range = rangeOf(control.anchor.value ?? focus, focus);
  const student = model.students[focus.row];
  const column = model.columns[focus.column];
  if (said !== null) {
    return (
      <p class={said.isFault ? 'cell-line__text is-fault' : 'cell-line__text'}>
        {said.isFault ? <Icon path={warning} size={16} /> : null}
        {said.text}
      </p>
    );
  }
  if (!isSingle(range)) {
    const count = (range.bottom - range.top + 1) * (range.right - range.left + 1);
    return <p class="cell-line__text">{words.grid.selected(count)}</p>;
  }
  if (!student || !column) {
    const note = student ? elsewhereText(journal, student) : null;
    return (
      <p class="cell-line__text">
        <b>{student?.name ?? ''}</b>
        {note === null ? null : <span>{note}</span>}
      </p>
    );
  }
  const lock = store.lockOf(column.lesson, student);
  const view = store.cell(column, student).value;
  const what = cellName(journal, column.work, view);
  return (
    <p class="cell-line__text">
      <b>{student.name}</b>
      <span>{formats.day(column.lesson.date)}</span>
      {what === '' ? null : <span>{what}</span>}
      {lock === null ? null : (
        <span class="cell-line__lock">
          <Icon path={lockIcon} size={14} />
          {lockText(words, lock, store)}
        </span>
      )}
    </p>
  );
}

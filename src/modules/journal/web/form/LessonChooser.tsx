import { Button } from '#web/ui/Button.tsx';
import { Select } from '#web/ui/Field.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { chevronLeft, chevronRight } from '#web/ui/icons.ts';
import type { Journal } from '../page/journal.ts';
import type { Column } from '../store/model.ts';

type ChooserProps = {
  readonly journal: Journal;
  readonly column: Column;
  readonly onChoose: (workId: string) => void;
};

/** Lesson by lesson, and the card of the one that is shown. */
export function LessonChooser({ journal, column, onChoose }: ChooserProps) {
  const { store, words, formats } = journal;
  const { columns } = store.model.value;
  const go = (step: number) => {
    const next = columns[column.index + step];
    if (next) onChoose(next.work.id);
  };
  const name = ({ lesson, work, span }: Column) =>
    [
      formats.day(lesson.date),
      lesson.starts,
      span > 1 || work.type?.isDefault === false ? (work.type?.abbr ?? null) : null,
    ]
      .filter((part) => part !== null)
      .join(', ');
  return (
    <div class="lesson-chooser">
      <button
        type="button"
        class="icon-button"
        aria-label={words.form.previous}
        disabled={column.index === 0}
        onClick={() => go(-1)}
      >
        <Icon path={chevronLeft} />
      </button>
      <Select
        id="form-lesson"
        label={words.form.lesson}
        value={column.work.id}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {columns.map((one) => (
          <option key={one.work.id} value={one.work.id}>
            {name(one)}
          </option>
        ))}
      </Select>
      <button
        type="button"
        class="icon-button"
        aria-label={words.form.next}
        disabled={column.index === columns.length - 1}
        onClick={() => go(1)}
      >
        <Icon path={chevronRight} />
      </button>
      <Button kind="primary" onClick={() => journal.open({ kind: 'lesson', lessonId: column.lesson.id })}>
        <span class="hidden-text">{words.form.lesson}: </span>
        {words.form.card}
      </Button>
    </div>
  );
}

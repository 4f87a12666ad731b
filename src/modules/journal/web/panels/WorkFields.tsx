import { Field, Select } from '#web/ui/Field.tsx';
import type { Contents } from '../queue/writes.ts';
import type { Journal } from '../page/journal.ts';
import type { Work, WorkType } from '../store/model.ts';

type WorkProps = {
  readonly journal: Journal;
  readonly work: Work;
  readonly types: readonly WorkType[];
  readonly isClosed: boolean;
};

/** Type, weight and title of a work; a new type brings its own weight. */
export function WorkFields({ journal: { acts, words }, work, types, isClosed }: WorkProps) {
  const { id, lessonId, ordinal, type, weight, title } = work;
  const set = (change: Partial<Contents['work']>) =>
    acts.setWork(id, { lessonId, ordinal, workTypeId: type?.id ?? '', weight, title, ...change });
  return (
    <div class="work-fields">
      <Select
        id={`work-type-${id}`}
        label={words.cell.type}
        disabled={isClosed}
        value={type?.id ?? ''}
        onChange={(event) => {
          const chosen = types.find((other) => other.id === event.currentTarget.value);
          if (chosen) set({ workTypeId: chosen.id, weight: chosen.weight });
        }}
      >
        {types
          .filter(({ id: other, isRetired }) => !isRetired || other === type?.id)
          .map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
      </Select>
      <Field
        id={`work-weight-${id}`}
        label={words.cell.weight}
        inputMode="numeric"
        maxLength={3}
        disabled={isClosed}
        value={String(weight)}
        onChange={(event) => {
          const wanted = Number.parseInt(event.currentTarget.value, 10);
          if (wanted >= 0 && wanted <= 100) set({ weight: wanted });
          else event.currentTarget.value = String(weight);
        }}
      />
      <div class="work-fields__title">
        <Field
          id={`work-title-${id}`}
          label={words.cell.workTitle}
          maxLength={120}
          disabled={isClosed}
          value={title ?? ''}
          onChange={(event) => set({ title: event.currentTarget.value.trim() || null })}
        />
      </div>
    </div>
  );
}

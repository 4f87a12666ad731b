import { Select } from '#web/ui/Field.tsx';
import { type Contents, keyOf } from '../queue/writes.ts';
import type { Journal } from '../page/journal.ts';
import type { Work, WorkType } from '../store/model.ts';
import { LineField, wholeNumber } from './LineField.tsx';

type WorkProps = {
  readonly journal: Journal;
  readonly work: Work;
  readonly types: readonly WorkType[];
  readonly isClosed: boolean;
};

/** Type, weight and title of a work; a new type brings its own weight. */
export function WorkFields({ journal: { acts, store, words }, work, types, isClosed }: WorkProps) {
  const { id, lessonId, ordinal, type, weight, title } = work;
  const version = store.known(keyOf.work({ workId: id }))?.version ?? 0;
  const set = (change: Partial<Contents['work']>, since?: number) =>
    acts.setWork(id, { lessonId, ordinal, workTypeId: type?.id ?? '', weight, title, ...change }, since);
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
      <LineField
        id={`work-weight-${id}`}
        label={words.cell.weight}
        isNumber
        maxLength={3}
        isClosed={isClosed}
        value={String(weight)}
        version={version}
        wrong={words.cell.weightWrong}
        onWrite={(typed, since) => {
          const wanted = wholeNumber(typed, 0, 100);
          if (wanted === null) return null;
          set({ weight: wanted }, since);
          return String(wanted);
        }}
      />
      <div class="work-fields__title">
        <LineField
          id={`work-title-${id}`}
          label={words.cell.workTitle}
          maxLength={120}
          isClosed={isClosed}
          value={title ?? ''}
          version={version}
          onWrite={(typed, since) => {
            const named = typed.trim();
            set({ title: named || null }, since);
            return named;
          }}
        />
      </div>
    </div>
  );
}

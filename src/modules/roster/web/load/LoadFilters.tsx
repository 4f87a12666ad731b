import { className } from '#modules/roster/school-class/rules.ts';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import type { Load } from '../../load/contract.ts';
import { officeWords } from '../words.ts';

/** What the address says of the list. */
export type LoadView = {
  readonly byTeacher: boolean;
  readonly classId: string | null;
  readonly onlyWithout: boolean;
};

type Props = {
  readonly load: Load;
  readonly view: LoadView;
  readonly show: (change: Partial<LoadView>) => void;
  readonly search: string;
  readonly setSearch: (search: string) => void;
};

/** By class or by teacher, one class of them, and a search over the rest. */
export function LoadFilters({ load, view, show, search, setSearch }: Props) {
  const { load: words } = useWords(officeWords);
  return (
    <div class="load-filters no-print">
      <div class="choice" role="group" aria-label={words.views}>
        {[false, true].map((byTeacher) => (
          <button
            key={String(byTeacher)}
            type="button"
            aria-pressed={view.byTeacher === byTeacher}
            onClick={() => show({ byTeacher })}
          >
            {byTeacher ? words.byTeacher : words.byClass}
          </button>
        ))}
      </div>
      <Field
        id="find-load"
        type="search"
        label={words.search}
        placeholder={words.searchHint}
        value={search}
        autoComplete="off"
        onInput={(event) => setSearch(event.currentTarget.value)}
      />
      <Select
        id="load-class"
        label={words.class}
        value={view.classId ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          show({ classId: value === '' ? null : value });
        }}
      >
        <option value="">{words.allClasses}</option>
        {load.classes.map((one) => (
          <option key={one.id} value={one.id}>
            {className(one)}
          </option>
        ))}
      </Select>
      {view.onlyWithout ? (
        <Button onClick={() => show({ onlyWithout: false })}>{words.showAll}</Button>
      ) : null}
    </div>
  );
}

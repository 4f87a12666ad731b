import { useEffect, useRef, useState } from 'preact/hooks';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { close } from '#web/ui/icons.ts';
import { showToast } from '#web/ui/toasts.ts';
import type { PeopleFilter, PeopleFrame, PeopleKind } from '../../people/contract.ts';
import { newId } from '#web/new-id.ts';
import { useProblemText } from '#web/staff/Fault.tsx';
import { officeWords } from '../words.ts';
import { type ChangeFilter, type FilterChange, filterKey, isPlain } from './filter.ts';

type FilterProps = { readonly filter: PeopleFilter; readonly change: ChangeFilter };

const kinds: readonly PeopleKind[] = ['student', 'guardian', 'staff'];

export function KindTabs({ filter, change }: FilterProps) {
  const { list } = useWords(officeWords);
  return (
    <div class="choice people__kinds no-print" role="group" aria-label={list.whom}>
      {[undefined, ...kinds].map((kind) => (
        <button
          key={kind ?? 'all'}
          type="button"
          aria-pressed={filter.kind === kind}
          onClick={() => change({ kind, status: undefined })}
        >
          {kind === undefined ? list.everybody : list.kinds[kind]}
        </button>
      ))}
    </div>
  );
}

/** A pause in typing, not every letter, asks the server. */
const typingMs = 150;

type Props = FilterProps & {
  readonly schoolId: number;
  readonly frame: PeopleFrame;
  readonly reread: () => void;
};

export function PeopleFilters({ schoolId, frame, filter, change, reread }: Props) {
  const { list } = useWords(officeWords);
  const [typed, setTyped] = useState(filter.search ?? '');
  const given = filter.search ?? '';
  const sentRef = useRef(given);
  useEffect(() => {
    // A saved filter or «back» changed it; what the typing itself has sent overwrites no later letter.
    if (given !== sentRef.current) setTyped(given);
    sentRef.current = given;
  }, [given]);
  useEffect(() => {
    if (typed === sentRef.current) return;
    const timer = setTimeout(() => {
      sentRef.current = typed;
      change({ search: typed, order: undefined });
    }, typingMs);
    return () => clearTimeout(timer);
  });
  const statuses = list.statuses[filter.kind ?? 'any'];
  return (
    <div class="people__filters no-print">
      <Field
        id="find-person"
        type="search"
        label={list.search}
        placeholder={list.searchHint}
        value={typed}
        autoComplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {filter.kind === 'staff' ? null : (
        <Select
          id="filter-class"
          label={list.class}
          value={filter.classId ?? ''}
          onChange={(event) => change({ classId: event.currentTarget.value || undefined })}
        >
          <option value="">{list.allClasses}</option>
          {frame.classes.map((one) => (
            <option key={one.id} value={one.id}>
              {className(one)}
            </option>
          ))}
        </Select>
      )}
      <Select
        id="filter-status"
        label={list.status}
        value={filter.status ?? 'current'}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({ status: value === 'former' || value === 'all' ? value : undefined });
        }}
      >
        {(['current', 'former', 'all'] as const).map((status) => (
          <option key={status} value={status}>
            {statuses[status]}
          </option>
        ))}
      </Select>
      <SavedFilters schoolId={schoolId} frame={frame} filter={filter} change={change} reread={reread} />
    </div>
  );
}

function SavedFilters({ schoolId, frame, filter, change, reread }: Props) {
  const { list, form } = useWords(officeWords);
  const problemText = useProblemText();
  const [name, setName] = useState<string | null>(null);
  const key = filterKey(filter);
  const isSaved = frame.savedFilters.some((one) => filterKey(one.filter) === key);
  const put = async (filterId: string, body: { name: string; filter: PeopleFilter }, told: string) => {
    try {
      await call('PUT /api/schools/{schoolId}/saved-filters/{filterId}', {
        params: { schoolId, filterId },
        body,
      });
      showToast(told);
      reread();
    } catch (error) {
      showToast(problemText(error));
    }
  };
  const remove = async (saved: PeopleFrame['savedFilters'][number]) => {
    const params = { schoolId, filterId: saved.id };
    try {
      await call('DELETE /api/schools/{schoolId}/saved-filters/{filterId}', { params });
      showToast(list.filterRemoved(saved.name), () => {
        put(saved.id, { name: saved.name, filter: saved.filter }, list.filterSaved(saved.name)).catch(
          () => undefined,
        );
      });
      reread();
    } catch (error) {
      showToast(problemText(error));
    }
  };
  return (
    <div class="saved-filters">
      {frame.savedFilters.length === 0 ? null : (
        <ul aria-label={list.savedFilters}>
          {frame.savedFilters.map((saved) => (
            <li key={saved.id} class={filterKey(saved.filter) === key ? 'is-current' : ''}>
              <button
                type="button"
                aria-pressed={filterKey(saved.filter) === key}
                onClick={() => change({ ...nothing, ...saved.filter })}
              >
                {saved.name}
              </button>
              <button type="button" aria-label={list.removeFilter(saved.name)} onClick={() => remove(saved)}>
                <Icon path={close} size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {isPlain(filter) || isSaved ? null : name === null ? (
        <Button kind="quiet" onClick={() => setName('')}>
          {list.saveFilter}
        </Button>
      ) : (
        <form
          class="saved-filters__form"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            setName(null);
            put(newId(), { name, filter }, list.filterSaved(name.trim())).catch(() => undefined);
          }}
        >
          <Field
            id="filter-name"
            label={list.filterName}
            value={name}
            maxLength={60}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit">{list.save}</Button>
          <Button kind="quiet" onClick={() => setName(null)}>
            {form.cancel}
          </Button>
        </form>
      )}
    </div>
  );
}

/** A saved filter replaces all parts of the one in use. */
const nothing: FilterChange = {
  kind: undefined,
  status: undefined,
  classId: undefined,
  search: undefined,
  order: undefined,
  descending: undefined,
};

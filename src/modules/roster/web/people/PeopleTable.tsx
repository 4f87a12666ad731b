import { useState } from 'preact/hooks';
import { fullName, listName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { chevronDown } from '#web/ui/icons.ts';
import type { ListedPerson, PeopleFilter } from '../../people/contract.ts';
import { personAddress } from '../addresses.ts';
import { officeWords } from '../words.ts';
import type { ChangeFilter } from './filter.ts';

type Props = {
  readonly schoolId: number;
  readonly people: readonly ListedPerson[];
  readonly filter: PeopleFilter;
  readonly change: ChangeFilter;
  readonly today: string;
};

export function PeopleTable({ schoolId, people, filter, change, today }: Props) {
  const { list } = useWords(officeWords);
  const formats = useFormats();
  const [focused, setFocused] = useState<string | null>(null);
  const stop = people.some(({ id }) => id === focused) ? focused : people[0]?.id;
  return (
    <table class="staff-table people-table">
      <caption class="hidden-text">{list.title}</caption>
      <thead>
        <tr>
          <Head of="class" filter={filter} change={change} />
          <Head of="name" filter={filter} change={change} />
          <th scope="col">{list.about}</th>
          <Head of="birthDate" filter={filter} change={change} />
          <th scope="col">{list.columns.phone}</th>
          <Head of="since" filter={filter} change={change} />
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} class={person.isCurrent ? '' : 'is-former'}>
            <td class="gutter">{person.schoolClass === null ? '' : className(person.schoolClass)}</td>
            <th scope="row">
              <a
                href={personAddress(schoolId, person.id)}
                tabIndex={person.id === stop ? 0 : -1}
                onFocus={() => setFocused(person.id)}
              >
                {fullName(person)}
              </a>
            </th>
            <td class="people-table__about">
              <About person={person} />
            </td>
            <td class="figures">{person.birthDate === null ? '' : formats.dayInFigures(person.birthDate)}</td>
            <td class="figures">{person.phone}</td>
            <td class="figures quiet">
              {person.until !== null && person.until < today
                ? list.until(formats.dayInFigures(person.until))
                : person.since === null
                  ? ''
                  : list.since(formats.dayInFigures(person.since))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** In words: a post, whose parent, or that a student has left. */
function About({ person }: { person: ListedPerson }) {
  const { list } = useWords(officeWords);
  const { kinds, isCurrent, position, wards } = person;
  const parts = [
    ...(kinds.includes('staff') ? [position ?? list.kind.staff] : []),
    ...(kinds.includes('student') ? [isCurrent ? list.kind.student : list.left] : []),
  ];
  const children = wards.map((ward) => {
    const name = listName({ ...ward, middleName: null });
    return ward.schoolClass === null ? name : `${name}, ${className(ward.schoolClass)}`;
  });
  return (
    <>
      {parts.join(', ')}
      {children.length > 0 ? (
        <span class="people-table__wards">
          {parts.length > 0 ? '; ' : ''}
          {list.kind.guardian}: {children.join('; ')}
        </span>
      ) : null}
    </>
  );
}

type HeadProps = Pick<Props, 'filter' | 'change'> & { readonly of: 'class' | 'name' | 'birthDate' | 'since' };

/** A column to sort by: first press ascending, second descending. */
function Head({ of, filter, change }: HeadProps) {
  const { list } = useWords(officeWords);
  const isSorted = (filter.order ?? (filter.search === undefined ? 'name' : null)) === of;
  const isDescending = isSorted && filter.descending === true;
  return (
    <th
      scope="col"
      class={of === 'class' ? 'gutter' : ''}
      aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        class={isDescending ? 'sort is-descending' : 'sort'}
        onClick={() => change({ order: of, descending: isSorted && !isDescending ? true : undefined })}
      >
        {list.columns[of]}
        {isSorted ? <Icon path={chevronDown} size={14} /> : null}
      </button>
    </th>
  );
}

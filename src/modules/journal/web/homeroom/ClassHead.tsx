import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { fullName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { useWords } from '#web/page-context.tsx';
import { SegmentedTabs } from '#web/ui/Navigation.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import { classAbsencesAddress, classContactsAddress, classDayAddress } from '../addresses.ts';
import { homeroomWords } from './words.ts';

type ClassHeadProps = {
  readonly schoolId: number;
  readonly view: 'day' | 'absences' | 'contacts';
  readonly schoolClass: { readonly id: string; readonly grade: number; readonly letter: string };
  readonly context: string;
  readonly homerooms?: readonly {
    readonly lastName: string;
    readonly firstName: string;
    readonly middleName: string | null;
  }[];
  readonly children?: ComponentChildren;
};

/** The head of the class's pages. */
export function ClassHead({
  schoolId,
  view,
  schoolClass,
  context,
  homerooms = [],
  children,
}: ClassHeadProps) {
  const words = useWords(homeroomWords);
  const name = className(schoolClass);
  useEffect(() => {
    document.title = name;
  }, [name]);
  const led = homerooms.length === 0 ? '' : ` · ${words.homeroom}: ${homerooms.map(fullName).join(', ')}`;
  return (
    <PageHeader title={name} context={`${context}${led}`}>
      <SegmentedTabs
        name={words.viewsName}
        places={[
          {
            href: classDayAddress(schoolId, schoolClass.id),
            word: words.views.day,
            isCurrent: view === 'day',
          },
          {
            href: classAbsencesAddress(schoolId, schoolClass.id),
            word: words.views.absences,
            isCurrent: view === 'absences',
          },
          {
            href: classContactsAddress(schoolId, schoolClass.id),
            word: words.views.contacts,
            isCurrent: view === 'contacts',
          },
        ]}
      />
      {children}
      {view === 'contacts' ? null : <TableMenu schoolId={schoolId} name={`${name}, ${context}`} />}
    </PageHeader>
  );
}

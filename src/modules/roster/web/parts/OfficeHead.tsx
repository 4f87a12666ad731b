import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { SegmentedTabs } from '#web/ui/Navigation.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { classesOf, loadAddress, peopleOf } from '../addresses.ts';
import { officeWords } from '../words.ts';
import './office.css';

type OfficeHeadProps = {
  readonly schoolId: number;
  readonly view: 'people' | 'classes' | 'load';
  readonly title: string;
  readonly context?: ComponentChildren;
  readonly children?: ComponentChildren;
};

/** The head of the office's pages: what it is about, the way between people and classes, acts. */
export function OfficeHead({ schoolId, view, title, context, children }: OfficeHeadProps) {
  const words = useWords(officeWords);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <PageHeader title={title} context={context}>
      <SegmentedTabs
        name={words.views}
        places={[
          { href: peopleOf(schoolId), word: words.people, isCurrent: view === 'people' },
          { href: classesOf(schoolId), word: words.classes, isCurrent: view === 'classes' },
          { href: loadAddress(schoolId), word: words.load.title, isCurrent: view === 'load' },
        ]}
      />
      {children}
    </PageHeader>
  );
}

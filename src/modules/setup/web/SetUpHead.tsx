import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { SegmentedTabs } from '#web/ui/Navigation.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { bellsOf, scalesOf, settingsOf, setUpOf, subjectsOf, yearOf } from './addresses.ts';
import { setUpWords } from './words.ts';
import './set-up.css';

type SetUpHeadProps = {
  readonly schoolId: number;
  readonly view: 'overview' | 'year' | 'bells' | 'subjects' | 'scales' | 'settings';
  readonly title: string;
  readonly context?: ComponentChildren;
  readonly children?: ComponentChildren;
};

/** The head of the pages a school is set up by, with the ways between them. */
export function SetUpHead({ schoolId, view, title, context, children }: SetUpHeadProps) {
  const words = useWords(setUpWords);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const places = [
    { name: 'overview', href: setUpOf(schoolId), word: words.overview },
    { name: 'year', href: yearOf(schoolId), word: words.year.tab },
    { name: 'bells', href: bellsOf(schoolId), word: words.bells.tab },
    { name: 'subjects', href: subjectsOf(schoolId), word: words.subjectsTab },
    { name: 'scales', href: scalesOf(schoolId), word: words.scales.tab },
    { name: 'settings', href: settingsOf(schoolId), word: words.settings.tab },
  ] as const;
  return (
    <>
      <PageHeader title={title} context={context}>
        {children}
      </PageHeader>
      <SegmentedTabs
        name={words.views}
        places={places.map(({ name, href, word }) => ({ href, word, isCurrent: name === view }))}
      />
    </>
  );
}

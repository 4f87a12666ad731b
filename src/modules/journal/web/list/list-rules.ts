import type { JournalPageList } from '../../pages/contract.ts';
import { matchingName, shortName } from '#modules/roster/person/rules.ts';

export type ListedPage = JournalPageList['pages'][number] & { readonly schoolId: number };

export type TodayLesson = {
  readonly page: ListedPage;
  readonly lesson: ListedPage['today'][number];
};

/** All words of the search begin some word of the page's class, subject or teachers. */
export function found(pages: readonly ListedPage[], search: string): readonly ListedPage[] {
  const wanted = matchingName(search.replaceAll(/[«»"]/g, ' '))
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return pages;
  return pages.filter((page) => {
    const classes = page.classes.map(({ grade, letter }) => `${grade}${letter} ${grade} ${letter}`).join(' ');
    const teachers = page.teachers.map((teacher) => shortName(teacher)).join(' ');
    const text = `${page.subject} ${page.group.name} ${classes} ${teachers}`;
    const words = matchingName(text).split(/[\s«»,.]+/);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

/** Today's lessons this person gives, substitutions among them, in the order of the day. */
export function todayLessons(pages: readonly ListedPage[]): readonly TodayLesson[] {
  return pages
    .flatMap((page) => page.today.map((lesson) => ({ page, lesson })))
    .filter(({ lesson }) => lesson.isOwn)
    .sort(
      (a, b) =>
        (a.lesson.starts ?? '').localeCompare(b.lesson.starts ?? '') || a.lesson.number - b.lesson.number,
    );
}

/** By grade of the first class, then by class and subject; groups of no class stand at the end. */
export function byGrade(
  pages: readonly ListedPage[],
): readonly { readonly grade: number | null; readonly pages: readonly ListedPage[] }[] {
  const collator = new Intl.Collator('ru', { numeric: true });
  const grouped = Map.groupBy(pages, ({ classes }) => classes[0]?.grade ?? null);
  return [...grouped]
    .sort(([a], [b]) => (a ?? 99) - (b ?? 99))
    .map(([grade, own]) => ({
      grade,
      pages: own.toSorted(
        (a, b) =>
          collator.compare(a.classes[0]?.letter ?? '', b.classes[0]?.letter ?? '') ||
          collator.compare(a.subject, b.subject) ||
          collator.compare(a.group.name, b.group.name),
      ),
    }));
}

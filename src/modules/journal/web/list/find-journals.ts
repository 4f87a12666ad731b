import { searchFor } from '#modules/roster/people/rules.ts';
import { shortName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import type { Find, Found } from '#web/staff/palette/found.ts';
import type { JournalPageList } from '../../pages/contract.ts';

const most = 6;

/** Journal pages by subject, class («7б») or teacher, own ones first. */
export const findJournals: Find = async (text, { session, signal }) => {
  const fits = searchFor(text);
  if (fits === null) return [];
  const schools = [
    ...new Set(session.persons.filter(({ roles }) => roles.length > 0).map(({ schoolId }) => schoolId)),
  ];
  const lists = await Promise.all(
    schools.map(async (schoolId) => {
      const { pages } = await call('GET /api/schools/{schoolId}/journal-pages', {
        params: { schoolId },
        signal,
      });
      return pages.flatMap((page) => {
        const fit = fits(searched(page));
        return fit === null ? [] : [{ fit: page.isOwn ? fit - 1 : fit, found: foundOf(schoolId, page) }];
      });
    }),
  );
  return lists
    .flat()
    .toSorted((one, other) => one.fit - other.fit)
    .slice(0, most)
    .map(({ found }) => found);
};

type Page = JournalPageList['pages'][number];

/** The subject stands in for the name; classes are found by their beginning. */
const searched = ({ subject, classes, teachers }: Page) => ({
  lastName: subject,
  firstName: teachers.map(({ lastName }) => lastName).join(' '),
  middleName: null,
  also: classes.map(({ grade, letter }) => `${grade}${letter}`),
});

function foundOf(schoolId: number, { id, subject, classes, teachers }: Page): Found {
  const about = [classes.map(className).join(', '), teachers[0] ? shortName(teachers[0]) : ''];
  return {
    id: `journal-${id}`,
    text: subject,
    about: about.filter(Boolean).join(' · '),
    href: `/journal/${schoolId}/${id}`,
  };
}

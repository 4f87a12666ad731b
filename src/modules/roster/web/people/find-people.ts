import { fullName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { personsWithRole } from '#web/staff/session.ts';
import type { Find } from '#web/staff/palette/found.ts';
import { personAddress } from '../addresses.ts';
import { officeRoles } from '../office-roles.ts';

const most = 6;

/** People of the school by name, class or phone, as the office's list finds them. */
export const findPeople: Find = async (text, { session, signal }) => {
  if (text.length < 2) return [];
  const schools = new Set(personsWithRole(session, officeRoles).map(({ schoolId }) => schoolId));
  const lists = await Promise.all(
    [...schools].map(async (schoolId) => {
      const { people } = await call('GET /api/schools/{schoolId}/people', {
        params: { schoolId },
        query: { search: text, status: 'all', limit: most },
        signal,
      });
      return people.map((person) => ({
        id: `person-${person.id}`,
        text: fullName(person),
        about:
          person.schoolClass !== null
            ? className(person.schoolClass)
            : (person.position ??
              person.wards
                .map(({ lastName, firstName, schoolClass }) =>
                  [`${lastName} ${firstName}`, schoolClass === null ? '' : className(schoolClass)]
                    .filter(Boolean)
                    .join(', '),
                )
                .join('; ')),
        href: personAddress(schoolId, person.id),
      }));
    }),
  );
  return lists.flat().slice(0, most);
};

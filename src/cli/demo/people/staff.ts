import { addDays } from '#modules/organisation/index.ts';
import { rolesOfPosition } from '#modules/identity/index.ts';
import type { Gender } from '../names/communities.ts';
import { chance, type Chance } from '../random.ts';
import type { SchoolFrame } from '../school-frame.ts';
import type { Chair } from '../school-plan.ts';
import type { SubjectKey } from '../curriculum/subjects.ts';
import { castStaff } from './cast.ts';
import {
  addPerson,
  dayIn,
  grownUp,
  pickCommunity,
  pickSurname,
  type NewPerson,
  type Person,
} from './person.ts';

export type Teacher = {
  readonly person: Person;
  /** Which chair, or 'primary'; the place among its teachers. */
  readonly chair: Chair | 'primary';
  readonly subjects: readonly SubjectKey[];
  readonly roomId: string;
  /** Lessons a week, filled as the load is given out. */
  load: number;
};

export type Office = { readonly person: Person; readonly position: string };

export type Staff = { readonly teachers: readonly Teacher[]; readonly office: readonly Office[] };

/** Primary teachers (one per class of grades 1–4, in class order), subject teachers by chair, and the office. */
export function makeStaff(school: SchoolFrame): Staff {
  const luck = chance(`staff-${school.plan.schoolId}`);
  const hired = hiring(school, luck);
  const primaryClasses = school.plan.classes.filter(({ grade }) => grade <= 4);
  const primaryRooms = new Map<string, string>();
  const primary = primaryClasses.map(({ grade, letter, shift }, index): Teacher => {
    // A class of the second shift sits where one of the first sat in the morning.
    const key = shift === 2 ? `1${letter}` : `${grade}${letter}`;
    const roomId = primaryRooms.get(key) ?? room(school, String(101 + index));
    primaryRooms.set(`${grade}${letter}`, roomId);
    return {
      person: hired('Учитель начальных классов', 'female'),
      chair: 'primary',
      subjects: [],
      roomId,
      load: 0,
    };
  });
  let roomNumber = 201;
  const subjectTeachers = school.plan.chairs.flatMap((chair) =>
    Array.from({ length: chair.count }, (_, index): Teacher => {
      const named = namedRooms[chair.subjects[0] as SubjectKey]?.[index];
      const roomId = room(school, named ?? String(roomNumber));
      if (named === undefined) roomNumber += roomNumber % 100 === 17 ? 84 : 1;
      return {
        person: hired(chair.position, genderOf(chair, index, luck)),
        chair,
        subjects: chair.subjects,
        roomId,
        load: 0,
      };
    }),
  );
  const office = school.plan.office.map((position): Office => ({
    position,
    person: hired(position, menOnly.has(position) || luck.happens(0.08) ? 'male' : 'female'),
  }));
  return { teachers: [...primary, ...subjectTeachers], office };
}

/** What a post may do in the system; teachers of any kind have the teacher's role. */
export { rolesOfPosition as rolesOf };

const menOnly = new Set(['Заведующий хозяйством']);

const namedRooms: Readonly<Partial<Record<SubjectKey, readonly string[]>>> = {
  sport: ['Спортзал', 'Малый спортзал', 'Гимнастический зал', 'Тренажёрный зал'],
  labour: ['Мастерская', 'Кабинет технологии'],
  music: ['Кабинет музыки'],
};

function room(school: SchoolFrame, name: string): string {
  const id = school.id('room');
  school.rows.add('organisation.room', {
    school_id: school.plan.schoolId,
    id,
    building: null,
    name,
    capacity: name.includes('зал') ? 60 : 36,
  });
  return id;
}

/** Boys' labour is taught by a man; in sport half are men, elsewhere few. */
function genderOf(chair: Chair, index: number, luck: Chance): Gender {
  if (chair.subjects[0] === 'labour' && chair.count > 1) return index === 0 ? 'male' : 'female';
  const men = chair.subjects.includes('sport') ? 0.5 : chair.subjects.includes('physics') ? 0.35 : 0.08;
  return luck.happens(men) ? 'male' : 'female';
}

function hiring(school: SchoolFrame, luck: Chance) {
  const cast = new Map(
    Object.entries(school.plan.schoolId === 1 ? castStaff : {}).map(([post, people]) => [post, [...people]]),
  );
  let count = 0;
  return (position: string, gender: Gender): Person => {
    const person = addPerson(school, cast.get(position)?.shift() ?? stranger(luck, gender, school.startYear));
    count += 1;
    const years = luck.between(0, 24);
    const start =
      years === 0
        ? addDays(`${school.startYear}-08-25`, luck.between(0, 6))
        : `${school.startYear - years}-09-01`;
    const grown = `${Number(person.birthDate.slice(0, 4)) + 23}-09-01`;
    const start_date = start < grown ? grown : start;
    school.rows.add('roster.staff', {
      school_id: school.plan.schoolId,
      person_id: person.id,
      position,
      staff_number: String(count).padStart(4, '0'),
      start_date: start_date > `${school.startYear}-08-31` ? `${school.startYear}-08-28` : start_date,
      end_date: null,
    });
    for (const role of rolesOfPosition(position)) {
      school.rows.add('identity.role_grant', {
        school_id: school.plan.schoolId,
        id: school.id('role'),
        person_id: person.id,
        role,
        start_date: `${school.startYear}-08-25`,
        end_date: null,
        granted_by: null,
      });
    }
    return person;
  };
}

function stranger(luck: Chance, gender: Gender, startYear: number): NewPerson {
  const community = pickCommunity(luck);
  const born = startYear - luck.between(24, 64);
  const person = grownUp(luck, community, {
    gender,
    surname: pickSurname(luck, community),
    born: [born, born],
  });
  return { ...person, birthDate: dayIn(luck, `${born}-01-01`, 365) };
}

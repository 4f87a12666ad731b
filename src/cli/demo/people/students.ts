import { addDays } from '#modules/organisation/index.ts';
import { chance, at, type Chance } from '../random.ts';
import type { SchoolFrame } from '../school-frame.ts';
import { secondSchoolGrade, showcase, type ClassPlan } from '../school-plan.ts';
import type { Community, Gender } from '../names/communities.ts';
import { communities } from '../names/communities.ts';
import { oneChildFamily, twoSchoolFamily } from './cast.ts';
import { addPerson, dayIn, patronymicIn, surnameFor, type NewPerson, type Person } from './person.ts';
import { makeFamily, type Family } from './families.ts';

export type Student = {
  readonly person: Person;
  readonly plan: ClassPlan;
  /** The first day in the class this year; a late joiner comes in October. */
  readonly from: string;
  /** The last day at school, for who left. */
  readonly until: string | null;
  readonly guardians: readonly Person[];
};

/** A place on a class list before somebody sits there. */
export type Seat = {
  readonly plan: ClassPlan;
  readonly gender: Gender;
  readonly from: string;
  readonly until: string | null;
};

/** Everybody who is or was in a class this year up to `today`, with families, admissions and guardianships. */
export function makeStudents(
  school: SchoolFrame,
  today: string,
  teachers: readonly Person[],
): readonly Student[] {
  const luck = chance(`students-${school.plan.schoolId}`);
  const seats = luck.shuffled(school.plan.classes.flatMap((plan) => seatsOf(school, plan, luck)));
  const free = new Set(seats.filter(({ from }) => from <= today));
  const students: Student[] = [];
  const settle = (family: Family, taken: readonly Seat[]) => {
    const siblings: string[] = [];
    for (const seat of taken) {
      free.delete(seat);
      const person = child(school, { luck, family, seat, siblings });
      siblings.push(person.firstName);
      students.push(enrol(school, { luck, family, seat, person, today }));
    }
  };
  for (const { family, seat } of castFamilies(school, [...free])) settle(family, [seat]);
  const parentTeachers = luck.shuffled(teachers).slice(0, school.plan.schoolId === 1 ? 6 : 2);
  for (const seat of seats) {
    if (!free.has(seat)) continue;
    const family = makeFamily(school, luck, { grade: seat.plan.grade, teachers: parentTeachers });
    settle(family, [seat, ...siblingSeats(luck, seat, [...free])]);
  }
  return students;
}

/** A class's seats; October movements happen in a few classes, and always in the showcase. */
function seatsOf(school: SchoolFrame, plan: ClassPlan, luck: Chance): readonly Seat[] {
  const { startYear } = school;
  const first = school.frame.year.start;
  const isShowcase =
    school.plan.schoolId === 1 && plan.grade === showcase.grade && plan.letter === showcase.letter;
  const gender = (): Gender => (luck.happens(0.5) ? 'male' : 'female');
  const moves = isShowcase || (plan.size !== 35 && luck.happens(0.12));
  const stays = Array.from({ length: plan.size - (moves ? 1 : 0) }, (): Seat => ({
    plan,
    gender: gender(),
    from: first,
    until: null,
  }));
  if (!moves) return stays;
  return [
    ...stays,
    { plan, gender: gender(), from: `${startYear}-10-12`, until: null },
    { plan, gender: gender(), from: first, until: `${startYear}-10-20` },
  ];
}

function siblingSeats(luck: Chance, seat: Seat, free: readonly Seat[]): readonly Seat[] {
  const wanted = luck.happens(0.3) ? (luck.happens(0.15) ? 2 : 1) : 0;
  const grades = new Set([seat.plan.grade]);
  const found: Seat[] = [];
  for (const other of free) {
    if (found.length === wanted) break;
    if (other === seat || other.until !== null || seat.until !== null) continue;
    const apart = Math.abs(other.plan.grade - seat.plan.grade);
    if (apart === 0 || apart > 6 || grades.has(other.plan.grade)) continue;
    grades.add(other.plan.grade);
    found.push(other);
  }
  return found;
}

function child(
  school: SchoolFrame,
  given: { luck: Chance; family: Family; seat: Seat; siblings: readonly string[] },
): Person {
  const { luck, family, seat, siblings } = given;
  const { community } = family;
  const names = (seat.gender === 'male' ? community.boys : community.girls).filter(
    (name) => !siblings.includes(name),
  );
  const person: NewPerson = {
    lastName: surnameFor(family.surname, seat.gender),
    firstName: family.childName ?? luck.pickFrequent(names),
    middleName: luck.happens(0.004) ? null : patronymicIn(community, family.father, seat.gender),
    gender: seat.gender,
    birthDate: dayIn(luck, `${school.startYear - seat.plan.grade - 7}-12-01`, 390),
  };
  return addPerson(school, person);
}

function enrol(
  school: SchoolFrame,
  given: { luck: Chance; family: Family; seat: Seat; person: Person; today: string },
): Student {
  const { luck, family, seat, person, today } = given;
  const school_id = school.plan.schoolId;
  const until = seat.until !== null && seat.until < today ? seat.until : null;
  const isLate = seat.from > school.frame.year.start;
  const years = isLate || luck.happens(0.15) ? 0 : Math.min(seat.plan.grade - 1, luck.between(0, 12));
  const start = isLate ? seat.from : `${school.startYear - years}-09-01`;
  const order = luck.between(3, 190);
  school.rows.add('roster.admission', {
    school_id,
    id: school.id('admission'),
    student_id: person.id,
    start_date: start,
    end_date: until,
    file_number: `${'АБВГДЕЖЗИК'.charAt(luck.between(0, 9))}-${luck.between(11, 999)}`,
    order_number: `${order}-у`,
    order_date: addDays(start, isLate ? -1 : -luck.between(2, 60)),
    transferred_from: isLate ? 'МБОУ СОШ № 5 г. Зареченска' : null,
    withdrawal_order: until === null ? null : `${order + 14}-у`,
    withdrawal_reason: until === null ? null : 'Перевод в другую школу в связи с переездом семьи',
  });
  for (const [index, { person: guardian, kinship, until: ended }] of family.guardians.entries()) {
    school.rows.add('roster.guardianship', {
      school_id,
      id: school.id('guardianship'),
      guardian_id: guardian.id,
      student_id: person.id,
      kinship,
      scope: ['marks', 'messages', 'contacts', 'documents'],
      basis: kinship === 'guardian' ? `Постановление об опеке № ${luck.between(100, 999)}` : null,
      start_date: start,
      end_date: index === 1 ? ended : null,
    });
  }
  return {
    person,
    plan: seat.plan,
    from: seat.from,
    until,
    guardians: family.guardians.map(({ person }) => person),
  };
}

/** The families of `cast.ts` take their seats first. */
function castFamilies(
  school: SchoolFrame,
  seats: readonly Seat[],
): readonly { family: Family; seat: Seat }[] {
  const community = at(communities, 0) as Community;
  const seatIn = (grade: number, letter: string, gender: Gender) => {
    const fits = seats.filter(
      ({ plan, gender: own, until, from }) =>
        plan.grade === grade &&
        plan.letter === letter &&
        own === gender &&
        until === null &&
        from === school.frame.year.start,
    );
    return at(fits, 0);
  };
  const { surname, father, mother, son, daughter } = twoSchoolFamily;
  const phone = '+7 000 100-20-30';
  const guardian = (person: NewPerson, kinship: 'mother' | 'father') => ({
    person: addPerson(school, { ...person, phone }),
    kinship,
    until: null,
  });
  const father_ = guardian(father, 'father');
  if (school.plan.schoolId !== 1) {
    const family = {
      community,
      surname,
      father: father.firstName,
      guardians: [father_],
      childName: daughter,
    };
    return [{ family, seat: seatIn(secondSchoolGrade, '', 'female') }];
  }
  const two: Family = {
    community,
    surname,
    father: father.firstName,
    guardians: [guardian(mother, 'mother'), father_],
    childName: son,
  };
  const one: Family = {
    community,
    surname: oneChildFamily.surname,
    father: oneChildFamily.father,
    guardians: [guardian(oneChildFamily.mother, 'mother')],
    childName: oneChildFamily.daughter,
  };
  return [
    { family: two, seat: seatIn(showcase.grade, showcase.letter, 'male') },
    { family: one, seat: seatIn(showcase.grade, showcase.letter, 'female') },
  ];
}

import {
  defaultSubjects as subjects,
  defaultWorkTypes as workTypes,
  extracurricularSubjects as extracurricular,
  type SubjectKey,
  type WorkTypeKey,
} from '#modules/curriculum/index.ts';

export { extracurricular, subjects, workTypes, type SubjectKey, type WorkTypeKey };

export const subjectKeys = Object.keys(subjects) as readonly SubjectKey[];

/** Lessons a week of one class. */
export type Hours = Readonly<Partial<Record<SubjectKey, number>>>;

/** The five-day week of 2026/27 by grade; grades 10 and 11 by profile. Social studies begin in grade 9. */
const hoursByGrade: Readonly<Record<number, Hours>> = {
  1: { russian: 5, reading: 4, maths: 4, world: 2, art: 1, music: 1, labour: 1, sport: 3 },
  2: { russian: 5, reading: 4, english: 2, maths: 4, world: 2, art: 1, music: 1, labour: 1, sport: 3 },
  3: { russian: 5, reading: 4, english: 2, maths: 4, world: 2, art: 1, music: 1, labour: 1, sport: 3 },
  4: {
    russian: 5,
    reading: 3,
    english: 2,
    maths: 4,
    world: 2,
    ethics: 1,
    art: 1,
    music: 1,
    labour: 1,
    sport: 3,
  },
  5: {
    russian: 5,
    literature: 3,
    english: 3,
    maths: 5,
    history: 3,
    geography: 1,
    biology: 1,
    culture: 1,
    art: 1,
    music: 1,
    labour: 2,
    sport: 3,
  },
  6: {
    russian: 6,
    literature: 3,
    english: 3,
    maths: 5,
    history: 3,
    geography: 1,
    biology: 1,
    culture: 1,
    art: 1,
    music: 1,
    labour: 2,
    sport: 3,
  },
  7: {
    russian: 4,
    literature: 2,
    english: 3,
    algebra: 3,
    geometry: 2,
    statistics: 1,
    informatics: 1,
    history: 3,
    geography: 2,
    physics: 2,
    biology: 2,
    art: 1,
    music: 1,
    labour: 2,
    sport: 3,
  },
  8: {
    russian: 3,
    literature: 2,
    english: 3,
    algebra: 3,
    geometry: 2,
    statistics: 1,
    informatics: 1,
    history: 3,
    geography: 2,
    physics: 2,
    chemistry: 2,
    biology: 2,
    music: 1,
    labour: 1,
    safety: 1,
    sport: 3,
  },
  9: {
    russian: 3,
    literature: 3,
    english: 3,
    algebra: 3,
    geometry: 2,
    statistics: 1,
    informatics: 1,
    history: 3,
    society: 1,
    geography: 2,
    physics: 3,
    chemistry: 2,
    biology: 2,
    labour: 1,
    safety: 1,
    sport: 2,
  },
};

const technologyProfile: Hours = {
  russian: 2,
  literature: 3,
  english: 3,
  algebra: 4,
  geometry: 3,
  statistics: 1,
  informatics: 3,
  history: 2,
  society: 2,
  geography: 1,
  physics: 5,
  chemistry: 1,
  biology: 1,
  safety: 1,
  sport: 2,
};

const humanitiesProfile: Hours = {
  russian: 2,
  literature: 5,
  english: 3,
  algebra: 2,
  geometry: 2,
  statistics: 1,
  informatics: 1,
  history: 4,
  society: 4,
  geography: 1,
  physics: 2,
  chemistry: 1,
  biology: 1,
  safety: 1,
  sport: 2,
};

/** What a class is taught a week. The first letter of grades 10–11 is the technology profile, the others humanities. */
export function hoursOf({ grade, letter }: { grade: number; letter: string }): Hours {
  if (grade < 10) return hoursByGrade[grade] ?? {};
  const profile = letter === 'А' ? technologyProfile : humanitiesProfile;
  return grade === 10 && letter !== 'А' ? { ...profile, project: 1 } : profile;
}

/** Sanitary rules, five-day week: the most lessons a week and a day. Extracurricular lessons are not counted. */
export const weeklyMaximum: Readonly<Record<number, number>> = {
  1: 21,
  2: 23,
  3: 23,
  4: 23,
  5: 29,
  6: 30,
  7: 32,
  8: 33,
  9: 33,
  10: 34,
  11: 34,
};
export const dailyMaximum = (grade: number) => (grade <= 4 ? 5 : grade <= 6 ? 6 : 7);

/** Which subjects a class of this grade is divided for, when it has enough students. */
export const divisions: readonly {
  readonly subject: SubjectKey;
  readonly grades: readonly [from: number, to: number];
  readonly tag: string;
  readonly by: 'list' | 'gender';
}[] = [
  { subject: 'english', grades: [2, 11], tag: 'Английский язык', by: 'list' },
  { subject: 'informatics', grades: [7, 11], tag: 'Информатика', by: 'list' },
  { subject: 'labour', grades: [5, 9], tag: 'Труд', by: 'gender' },
];

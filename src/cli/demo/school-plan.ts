import type { SubjectKey } from './curriculum/subjects.ts';

/** A teaching post: how many teachers of which subjects the school has. */
export type Chair = {
  readonly position: string;
  readonly subjects: readonly SubjectKey[];
  readonly count: number;
};

export type ClassPlan = {
  readonly grade: number;
  readonly letter: string;
  readonly size: number;
  readonly shift: 1 | 2;
};

/** What the generator is told of one school; everything else follows by chance that is always the same. */
export type SchoolPlan = {
  readonly schoolId: number;
  readonly name: string;
  readonly shortName: string;
  readonly timeZone: string;
  readonly kind: 'school';
  readonly locality: { readonly name: string; readonly kind: string };
  readonly ogrn: string;
  readonly inn: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly site: string;
  readonly classes: readonly ClassPlan[];
  readonly chairs: readonly Chair[];
  /** Staff who do not teach, in this order; the role comes from the position. */
  readonly office: readonly string[];
  /** Whether classes are divided into subgroups. */
  readonly hasDivisions: boolean;
  /** The first lesson of the first shift, minutes from midnight, and a lesson's length. */
  readonly bells: { readonly start: number; readonly lesson: number; readonly recesses: readonly number[] };
};

const classes = (rows: readonly (readonly [grade: number, sizes: readonly number[], shift?: 1 | 2])[]) =>
  rows.flatMap(([grade, sizes, shift = 1]) =>
    sizes.map((size, index): ClassPlan => ({
      grade,
      letter: sizes.length === 1 ? '' : 'АБВГ'.charAt(index),
      size,
      shift,
    })),
  );

export const region = { id: 100, name: 'Заречный край', timeZone: 'Europe/Moscow' } as const;

export const townSchool: SchoolPlan = {
  schoolId: 1,
  name: 'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 12» города Зареченска',
  shortName: 'МБОУ СОШ № 12',
  timeZone: 'Europe/Moscow',
  kind: 'school',
  locality: { name: 'Зареченск', kind: 'город' },
  ogrn: '1029100012347',
  inn: '9901012343',
  address: '391012, Заречный край, г. Зареченск, ул. Чкалова, д. 24',
  phone: '8 (49100) 2-12-12',
  email: 'school12@zarechensk.example',
  site: 'https://school12.zarechensk.example',
  classes: classes([
    [1, [27, 28, 26]],
    [2, [28, 27, 29]],
    [3, [26, 28, 27], 2],
    [4, [29, 27, 26]],
    [5, [28, 29, 26]],
    [6, [28, 27, 25], 2],
    [7, [27, 28, 26]],
    [8, [29, 28]],
    [9, [35, 28]],
    [10, [27, 25]],
    [11, [25, 26]],
  ]),
  chairs: [
    { position: 'Учитель русского языка и литературы', subjects: ['russian', 'literature'], count: 5 },
    { position: 'Учитель математики', subjects: ['maths', 'algebra', 'geometry', 'statistics'], count: 4 },
    { position: 'Учитель английского языка', subjects: ['english'], count: 6 },
    {
      position: 'Учитель истории и обществознания',
      subjects: ['history', 'society', 'culture', 'project'],
      count: 3,
    },
    { position: 'Учитель географии', subjects: ['geography'], count: 1 },
    { position: 'Учитель биологии и химии', subjects: ['biology', 'chemistry'], count: 2 },
    { position: 'Учитель физики и информатики', subjects: ['physics', 'informatics'], count: 3 },
    { position: 'Учитель физической культуры', subjects: ['sport', 'safety'], count: 4 },
    { position: 'Учитель труда (технологии)', subjects: ['labour', 'art'], count: 2 },
    { position: 'Учитель музыки', subjects: ['music'], count: 1 },
  ],
  office: [
    'Директор',
    'Заместитель директора по учебно-воспитательной работе',
    'Заместитель директора по воспитательной работе',
    'Секретарь учебной части',
    'Администратор школы',
    'Педагог-психолог',
    'Социальный педагог',
    'Педагог-библиотекарь',
    'Учитель-логопед',
    'Советник директора по воспитанию',
    'Педагог-организатор',
    'Педагог дополнительного образования',
    'Воспитатель группы продлённого дня',
    'Воспитатель группы продлённого дня',
    'Тьютор',
    'Лаборант',
    'Заведующий хозяйством',
  ],
  hasDivisions: true,
  bells: { start: 8 * 60 + 30, lesson: 40, recesses: [10, 15, 20, 20, 10, 10, 10] },
};

export const villageSchool: SchoolPlan = {
  schoolId: 2,
  name: 'Муниципальное казённое общеобразовательное учреждение «Верхнеключевская основная общеобразовательная школа»',
  shortName: 'МКОУ Верхнеключевская ООШ',
  timeZone: 'Asia/Yekaterinburg',
  kind: 'school',
  locality: { name: 'Верхние Ключи', kind: 'село' },
  ogrn: '1029100056787',
  inn: '9904005672',
  address: '391540, Заречный край, с. Верхние Ключи, ул. Школьная, д. 3',
  phone: '8 (49104) 3-21-03',
  email: 'school@verhnie-kluchi.example',
  site: 'https://school.verhnie-kluchi.example',
  classes: classes([
    [1, [14]],
    [2, [13]],
    [3, [15]],
    [4, [12]],
    [5, [14]],
    [6, [13]],
    [7, [12]],
    [8, [14]],
    [9, [11]],
  ]),
  chairs: [
    { position: 'Учитель русского языка и литературы', subjects: ['russian', 'literature'], count: 2 },
    {
      position: 'Учитель математики, физики и информатики',
      subjects: ['maths', 'algebra', 'geometry', 'statistics', 'physics', 'informatics'],
      count: 2,
    },
    { position: 'Учитель английского языка', subjects: ['english'], count: 1 },
    { position: 'Учитель истории и обществознания', subjects: ['history', 'society', 'culture'], count: 1 },
    {
      position: 'Учитель географии, биологии и химии',
      subjects: ['geography', 'biology', 'chemistry'],
      count: 1,
    },
    { position: 'Учитель физической культуры', subjects: ['sport', 'safety'], count: 1 },
    { position: 'Учитель музыки, труда и рисования', subjects: ['labour', 'art', 'music'], count: 1 },
  ],
  office: ['Директор', 'Секретарь учебной части', 'Педагог-библиотекарь'],
  hasDivisions: false,
  bells: { start: 9 * 60, lesson: 40, recesses: [10, 15, 15, 10, 10, 10] },
};

/** The class and the teacher whom the demo opens: the fourth lesson of each day is mathematics there. */
export const showcase = { grade: 7, letter: 'Б', number: 4 } as const;

/** Its second children's class in the village school. */
export const secondSchoolGrade = 4;

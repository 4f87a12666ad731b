import { snilsControl } from '#modules/roster/index.ts';

/** A made-up school of two classes: nobody here lives anywhere. */
export type Teacher = {
  readonly key: string;
  readonly names: readonly [last: string, first: string, middle: string];
  readonly birthDate: string;
  readonly position: string;
  readonly homeroom: string;
  readonly number: string;
};

export const staff: readonly Teacher[] = [
  ['director', 'Северцева Ольга Андреевна', '1972-04-18', 'Директор', ''],
  [
    'deputy',
    'Лукина Наталья Игоревна',
    '1979-11-02',
    'Заместитель директора по учебно-воспитательной работе',
    '',
  ],
  ['secretary', 'Фомина Дарья Олеговна', '1994-06-25', 'Секретарь', ''],
  ['russian5', 'Кузнецова Мария Викторовна', '1985-03-14', 'Учитель русского языка и литературы', '5А'],
  ['russian7', 'Семёнова Алёна Юрьевна', '1990-09-30', 'Учитель русского языка и литературы', '7 «Б»'],
  ['english1', 'Белова Ирина Сергеевна', '1988-01-20', 'Учитель английского языка', ''],
  ['english2', 'Громов Павел Денисович', '1993-12-11', 'Учитель английского языка', ''],
  ['maths', 'Тарасов Виктор Петрович', '1969-07-07', 'Учитель математики', ''],
  ['history', 'Ковалёв Андрей Николаевич', '1981-05-23', 'Учитель истории', ''],
  ['nature', 'Орлова Светлана Павловна', '1976-10-16', 'Учитель биологии и географии', ''],
  ['arts', 'Зайцева Елена Михайловна', '1991-02-28', 'Учитель музыки и ИЗО', ''],
  ['labour', 'Никитин Сергей Иванович', '1965-08-09', 'Учитель труда (технологии)', ''],
  ['sport', 'Гаврилов Роман Алексеевич', '1989-04-04', 'Учитель физической культуры', ''],
  ['physics', 'Юсупова Алия Рашидовна', '1987-06-19', 'Учитель физики и информатики', ''],
].map(([key = '', name = '', birthDate = '', position = '', homeroom = ''], index) => {
  const [last = '', first = '', middle = ''] = name.split(' ');
  return { key, names: [last, first, middle], birthDate, position, homeroom, number: String(101 + index) };
});

export type Guardian = {
  readonly names: readonly [last: string, first: string, middle: string | null];
  readonly kinship: string;
  readonly phone: string;
  readonly email: string;
};

export type Student = {
  readonly names: readonly [last: string, first: string, middle: string | null];
  readonly birthDate: string;
  readonly gender: 'М' | 'Ж';
  readonly snils: string;
  readonly schoolClass: '5А' | '7Б';
  readonly fileNumber: string;
  readonly english: '1' | '2';
  readonly guardians: readonly Guardian[];
};

const phone = (number: number) =>
  `+7 (900) 555-${String(Math.floor(number / 100)).padStart(2, '0')}-${String(number % 100).padStart(2, '0')}`;

function guardian(text: string, kinship: string, number: number): Guardian {
  const [last = '', first = '', middle = null] = text.split(' ');
  return {
    names: [last, first, middle],
    kinship,
    phone: phone(number),
    email: `family${String(number)}@example.org`,
  };
}

/** Class, name, date of birth, gender, guardians; brothers and sisters share a guardian with the same telephone. */
const list: readonly (readonly [Student['schoolClass'], string, string, 'М' | 'Ж', readonly Guardian[]])[] = [
  ['5А', 'Абрамов Тимофей Ильич', '2015-02-03', 'М', [guardian('Абрамова Юлия Сергеевна', 'мать', 1)]],
  [
    '5А',
    'Воронцова Ева Кирилловна',
    '2015-06-17',
    'Ж',
    [guardian('Воронцова Анна Львовна', 'мать', 2), guardian('Воронцов Кирилл Олегович', 'отец', 3)],
  ],
  ['5А', 'Гусев Матвей Антонович', '2015-09-29', 'М', [guardian('Гусев Антон Павлович', 'отец', 4)]],
  ['5А', 'Дёмина Полина Романовна', '2015-11-12', 'Ж', [guardian('Дёмина Ксения Игоревна', 'мать', 5)]],
  [
    '5А',
    'Ёлкин Фёдор Максимович',
    '2015-04-08',
    'М',
    [guardian('Ёлкина Вера Андреевна', 'мать', 6), guardian('Ёлкин Максим Юрьевич', 'отец', 7)],
  ],
  ['5А', 'Жукова Варвара Денисовна', '2014-12-30', 'Ж', [guardian('Жукова Тамара Ивановна', 'бабушка', 8)]],
  ['5А', 'Исаева Амина Тимуровна', '2015-08-21', 'Ж', [guardian('Исаева Лейла Рустамовна', 'мать', 9)]],
  [
    '5А',
    'Королёв Лев Артёмович',
    '2015-01-15',
    'М',
    [guardian('Королёва Инна Павловна', 'мать', 10), guardian('Королёв Артём Львович', 'отец', 11)],
  ],
  ['5А', 'Ли Софья', '2015-03-27', 'Ж', [guardian('Ли Виталий', 'отец', 12)]],
  ['5А', 'Морозов Артём Алексеевич', '2015-07-05', 'М', [guardian('Морозова Ольга Петровна', 'мать', 13)]],
  ['5А', 'Петрова Алиса Никитична', '2015-10-10', 'Ж', [guardian('Соколова Дарья Ильинична', 'опекун', 14)]],
  ['5А', 'Сидоров Глеб Степанович', '2015-05-31', 'М', [guardian('Сидорова Нина Фёдоровна', 'мать', 15)]],
  ['7Б', 'Андреева Мила Сергеевна', '2013-03-19', 'Ж', [guardian('Андреева Галина Юрьевна', 'мать', 16)]],
  [
    '7Б',
    'Борисов Егор Дмитриевич',
    '2013-07-22',
    'М',
    [guardian('Борисова Елена Олеговна', 'мать', 17), guardian('Борисов Дмитрий Ильич', 'отец', 18)],
  ],
  ['7Б', 'Власова Кира Павловна', '2013-01-09', 'Ж', [guardian('Власова Мария Антоновна', 'мать', 19)]],
  ['7Б', 'Дёмин Савелий Романович', '2013-05-14', 'М', [guardian('Дёмина Ксения Игоревна', 'мать', 5)]],
  ['7Б', 'Ефимов Даниил Львович', '2012-12-02', 'М', [guardian('Ефимова Рита Марковна', 'мать', 20)]],
  [
    '7Б',
    'Иванова-Петрова Анна Игоревна',
    '2013-09-06',
    'Ж',
    [guardian('Иванов Игорь Сергеевич', 'отец', 21), guardian('Петрова Лидия Павловна', 'мать', 22)],
  ],
  ['7Б', 'Мамедов Руслан Эльдар оглы', '2013-02-11', 'М', [guardian('Мамедова Севда Аликызы', 'мать', 23)]],
  ['7Б', 'Морозова Дарья Алексеевна', '2013-11-25', 'Ж', [guardian('Морозова Ольга Петровна', 'мать', 13)]],
  ['7Б', 'Никифоров Илья Вадимович', '2013-04-30', 'М', [guardian('Никифорова Алла Юрьевна', 'мать', 24)]],
  ['7Б', 'Павлова Вероника Андреевна', '2013-08-13', 'Ж', [guardian('Павлова Ольга Юрьевна', 'мать', 25)]],
  ['7Б', 'Рыбаков Никита Олегович', '2013-06-28', 'М', [guardian('Рыбаков Олег Игоревич', 'отец', 26)]],
  ['7Б', 'Яшина Ульяна Егоровна', '2013-10-03', 'Ж', [guardian('Яшина Жанна Ивановна', 'мать', 27)]],
];

export const students: readonly Student[] = list.map(
  ([schoolClass, name, birthDate, gender, guardians], index) => {
    const [last = '', first = '', ...middle] = name.split(' ');
    const number = String(199_555_001 + index * 37);
    const written = `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)} ${snilsControl(number)}`;
    return {
      names: [last, first, middle.join(' ') || null],
      birthDate,
      gender,
      snils: written,
      schoolClass,
      fileNumber: `${schoolClass.slice(1)}-${String(index + 1).padStart(3, '0')}`,
      english: index % 12 < 6 ? '1' : '2',
      guardians,
    };
  },
);

/** What a class is taught: subject, hours, teachers (two = two subgroups), room. */
export type Course = {
  readonly subject: string;
  readonly short: string;
  readonly hours: number;
  readonly teachers: readonly string[];
  readonly rooms: readonly string[];
  readonly isExtracurricular: boolean;
};

type CourseLine = [subject: string, short: string, hours: number, teachers: string, rooms: string];

const course = (...[subject, short, hours, teachers, rooms]: CourseLine): Course => ({
  subject,
  short,
  hours,
  teachers: teachers.split(' '),
  rooms: rooms.split(' '),
  isExtracurricular: subject === 'Разговоры о важном' || subject.startsWith('Россия'),
});

const english = course('Иностранный язык (английский)', 'Англ', 3, 'english1 english2', '21 22');

export const courses: Readonly<Record<'5А' | '7Б', readonly Course[]>> = {
  '5А': [
    course('Разговоры о важном', 'РоВ', 1, 'russian5', '11'),
    course('Русский язык', 'Рус', 5, 'russian5', '11'),
    course('Литература', 'Лит', 3, 'russian5', '11'),
    english,
    course('Математика', 'Мат', 5, 'maths', '31'),
    course('История', 'Ист', 3, 'history', '14'),
    course('География', 'Геогр', 1, 'nature', '25'),
    course('Биология', 'Биол', 1, 'nature', '25'),
    course('Изобразительное искусство', 'ИЗО', 1, 'arts', '17'),
    course('Музыка', 'Муз', 1, 'arts', '17'),
    course('Труд (технология)', 'Труд', 2, 'labour', '5'),
    course('Физическая культура', 'Физра', 3, 'sport', 'Спортзал'),
  ],
  '7Б': [
    course('Разговоры о важном', 'РоВ', 1, 'russian7', '12'),
    course('Русский язык', 'Рус', 4, 'russian7', '12'),
    course('Литература', 'Лит', 2, 'russian7', '12'),
    english,
    course('Алгебра', 'Алг', 3, 'maths', '31'),
    course('Геометрия', 'Геом', 2, 'maths', '31'),
    course('Вероятность и статистика', 'ВиС', 1, 'maths', '31'),
    course('Информатика', 'Информ', 1, 'physics', '33'),
    course('История', 'Ист', 3, 'history', '14'),
    course('География', 'Геогр', 2, 'nature', '25'),
    course('Физика', 'Физ', 2, 'physics', '33'),
    course('Биология', 'Биол', 2, 'nature', '25'),
    course('Изобразительное искусство', 'ИЗО', 1, 'arts', '17'),
    course('Музыка', 'Муз', 1, 'arts', '17'),
    course('Труд (технология)', 'Труд', 2, 'labour', '5'),
    course('Физическая культура', 'Физра', 3, 'sport', 'Спортзал'),
    course('Россия — мои горизонты', 'Горизонты', 1, 'russian7', '12'),
  ],
};

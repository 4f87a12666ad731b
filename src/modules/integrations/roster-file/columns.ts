/** Tables of a roster workbook; each is known by its header. */
export type TableKind = 'students' | 'staff' | 'load';

export type GuardianField =
  | 'lastName'
  | 'firstName'
  | 'middleName'
  | 'fullName'
  | 'birthDate'
  | 'kinship'
  | 'phone'
  | 'email'
  | 'snils';

type PersonField = Exclude<GuardianField, 'kinship'> | 'gender';

/** `guardian1.phone` and the like stand for the columns of the first and the second guardian. */
export type Field =
  | PersonField
  | `guardian${1 | 2}.${GuardianField}`
  | 'class'
  | 'grade'
  | 'letter'
  | 'fileNumber'
  | 'admissionDate'
  | 'orderNumber'
  | 'document'
  | 'address'
  | 'subgroup'
  | 'position'
  | 'subjects'
  | 'homeroom'
  | 'staffNumber'
  | 'subject'
  | 'teacher'
  | 'hours'
  | 'journalKind';

/** A header as it is compared: small Russian letters, no signs, look-alike Latin letters taken for Russian ones. */
export function matchingHeader(written: string): string {
  const plain = written
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('№', ' номер ')
    .replaceAll(/e-?mail|е-?mail/gu, ' почта ')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return /\p{Script=Cyrillic}/u.test(plain) ? russianLetters(plain) : plain;
}

/** Latin letters that look like Russian ones by Russian ones, small and capital. */
export function russianLetters(text: string): string {
  return text.replaceAll(/[A-Za-z]/gu, (letter) => lookAlikes[letter] ?? letter);
}

const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aceopxykmthbACEOPXYKMTHB'].map((letter, index) => [letter, 'асеорхукмтнвАСЕОРХУКМТНВ'.charAt(index)]),
);

const person = {
  lastName: ['фамилия'],
  firstName: ['имя'],
  middleName: ['отчество', 'отчество при наличии'],
  fullName: ['фио', 'ф и о', 'ф и о полностью', 'фио полностью', 'фамилия имя отчество', 'фамилия имя'],
  birthDate: ['дата рождения', 'др', 'д р', 'день рождения', 'дата рожд', 'родился'],
  snils: ['снилс', 'номер снилс', 'снилс номер'],
  phone: [
    'телефон',
    'тел',
    'номер телефона',
    'мобильный',
    'мобильный телефон',
    'моб телефон',
    'сотовый',
    'сотовый телефон',
    'контактный телефон',
  ],
  email: ['почта', 'электронная почта', 'эл почта', 'адрес электронной почты'],
} as const satisfies Partial<Record<PersonField, readonly string[]>>;

const classWords = [
  'класс',
  'класс группа',
  'класс литера',
  'класс и литера',
  'наименование класса',
  'класс подгруппа',
];

const studentColumns: readonly (readonly [Field, readonly string[]])[] = [
  ['gender', ['пол']],
  ['class', classWords],
  ['grade', ['параллель']],
  ['letter', ['литера', 'буква', 'литера класса', 'буква класса']],
  ['fileNumber', ['номер личного дела', 'личное дело', 'личное дело номер', 'номер л д', 'л д']],
  ['admissionDate', ['дата зачисления', 'дата приема', 'зачислен', 'дата поступления']],
  [
    'orderNumber',
    ['номер приказа', 'приказ', 'приказ номер', 'приказ о зачислении', 'номер приказа о зачислении'],
  ],
  ['subgroup', ['подгруппа', 'подгруппы', 'группы']],
];

const staffColumns: readonly (readonly [Field, readonly string[]])[] = [
  ['gender', ['пол']],
  ['position', ['должность', 'должности', 'основная должность']],
  ['subjects', ['предметы', 'предмет', 'преподаваемые предметы', 'преподаваемый предмет']],
  [
    'homeroom',
    ['кл руководство', 'классное руководство', 'классный руководитель', 'кл рук', 'кл руководитель'],
  ],
  ['staffNumber', ['табельный номер', 'таб номер', 'табельный']],
];

const loadColumns: readonly (readonly [Field, readonly string[]])[] = [
  ['class', [...classWords, 'классы']],
  ['subject', ['предмет', 'дисциплина', 'учебный предмет', 'курс', 'предмет курс']],
  ['subgroup', ['подгруппа', 'группа', 'подгруппы']],
  ['teacher', ['учитель', 'преподаватель', 'педагог', 'фио учителя', 'фио преподавателя', 'фио педагога']],
  [
    'hours',
    [
      'часов в неделю',
      'часы',
      'часов',
      'ч в неделю',
      'ч нед',
      'час нед',
      'часы в неделю',
      'кол во часов',
      'количество часов',
      'количество часов в неделю',
      'нагрузка',
    ],
  ],
  ['journalKind', ['вид журнала', 'журнал', 'вид', 'тип', 'тип журнала', 'вид деятельности']],
];

/** Words that say whose column it is and mean nothing in a table of one kind of people. */
const owners: Readonly<Record<Exclude<TableKind, 'load'>, RegExp>> = {
  students:
    /\s*(^|\s)(ученик(а|и|ов)?|обучающ(ийся|егося|иеся|ихся)|учащ(ийся|егося|иеся|ихся)|ребенка|ребенок)(?=\s|$)/gu,
  staff:
    /\s*(^|\s)(сотрудник(а|и|ов)?|педагог(а|и)?|работник(а|и)?|учител(ь|я|и)|преподавател(ь|я|и))(?=\s|$)/gu,
};

const tables: Readonly<Record<TableKind, ReadonlyMap<string, Field>>> = {
  students: wordsOf([...(Object.entries(person) as [Field, readonly string[]][]), ...studentColumns]),
  staff: wordsOf([...(Object.entries(person) as [Field, readonly string[]][]), ...staffColumns]),
  load: wordsOf(loadColumns),
};

/** Which field a column of a table of this kind holds, by its header; null = none we know. */
export function fieldOf(kind: TableKind, written: string): Field | null {
  const header = matchingHeader(written);
  if (header === '') return null;
  const known = tables[kind].get(header);
  if (known) return known;
  if (kind === 'load') return null;
  const guardian = kind === 'students' ? guardianField(header) : null;
  if (guardian) return guardian;
  const bare = header.replaceAll(owners[kind], ' ').replaceAll(/\s+/gu, ' ').trim();
  if (bare === '') return 'fullName';
  return tables[kind].get(bare) ?? paperField(header);
}

/** Papers we know and do not keep. */
function paperField(header: string): Field | null {
  if (/(^| )(серия|свидетельств|паспорт|документ)/u.test(header)) return 'document';
  return /(^| )(адрес|прописк|место жительства)/u.test(header) ? 'address' : null;
}

/** «Родитель 1: Телефон», «ФИО матери», «Законный представитель 2»; a mother stands first, a father second. */
function guardianField(header: string): Field | null {
  const whose = guardianWords.find(([pattern]) => pattern.test(header));
  if (!whose) return null;
  const [pattern, place] = whose;
  const slot = /(^| )2( |$)|второ/u.test(header) ? 2 : /(^| )1( |$)|перв/u.test(header) ? 1 : place;
  const rest = header
    .replace(pattern, ' ')
    .replaceAll(/(^| )([12]|перв\p{L}+|втор\p{L}+)(?= |$)/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const field = rest === '' ? 'fullName' : guardianColumns.get(rest);
  return field ? `guardian${slot}.${field}` : null;
}

const guardianWords: readonly (readonly [RegExp, 1 | 2])[] = [
  [/(^| )(родител(ь|я|и)\s*)?(законн(ый|ого) )?представител(ь|я)(?= |$)/u, 1],
  [/(^| )родител(ь|я)(?= |$)/u, 1],
  [/(^| )(мать|матери|мама|мамы)(?= |$)/u, 1],
  [/(^| )(отец|отца|папа|папы)(?= |$)/u, 2],
];

const guardianColumns = wordsOf<GuardianField>([
  ...(Object.entries(person) as [GuardianField, readonly string[]][]),
  ['kinship', ['родство', 'степень родства', 'кем приходится', 'статус']],
]);

function wordsOf<Known extends Field | GuardianField>(
  list: readonly (readonly [Known, readonly string[]])[],
): ReadonlyMap<string, Known> {
  return new Map(list.flatMap(([field, words]) => words.map((word) => [word, field] as const)));
}

const guardianFields = (['guardian1', 'guardian2'] as const).flatMap((whose) =>
  (
    [
      'fullName',
      'lastName',
      'firstName',
      'middleName',
      'kinship',
      'phone',
      'email',
      'birthDate',
      'snils',
    ] as const
  ).map((field): Field => `${whose}.${field}`),
);

/** Fields a column of a table of this kind can be chosen to hold; `all` = of any kind. */
export function fieldsOf(kind: TableKind | 'all'): readonly Field[] {
  if (kind === 'all') return [...new Set((['students', 'staff', 'load'] as const).flatMap(fieldsOf))];
  const own = [...new Set(tables[kind].values())];
  return kind === 'students' ? [...own, ...guardianFields] : own;
}

import type { Subject } from './queries.ts';

/** Names people write for a subject, beside its own and its short one; the first is the default subject's name. */
const synonyms: readonly (readonly string[])[] = [
  ['Русский язык', 'русский', 'рус. яз.', 'рус яз', 'рус'],
  ['Литературное чтение', 'чтение', 'лит. чтение', 'лит чтение'],
  ['Литература', 'лит-ра', 'лит'],
  [
    'Иностранный язык (английский)',
    'английский язык',
    'английский',
    'англ. яз.',
    'англ',
    'иностранный язык',
    'ин. яз.',
  ],
  ['Математика', 'мат', 'матем'],
  ['Алгебра', 'алгебра и начала анализа', 'алгебра и начала математического анализа', 'алг'],
  ['Геометрия', 'геом'],
  ['Вероятность и статистика', 'вероятность', 'вис', 'вер. и стат.'],
  ['Информатика', 'информ', 'информатика и икт'],
  ['Окружающий мир', 'окр. мир', 'окр мир'],
  ['История', 'история россии', 'ист'],
  ['Обществознание', 'общество', 'общ', 'обществ'],
  ['География', 'геогр', 'гео'],
  ['Физика', 'физ'],
  ['Химия', 'хим'],
  ['Биология', 'биол', 'био'],
  ['Основы религиозных культур и светской этики', 'орксэ', 'основы светской этики'],
  ['Основы духовно-нравственной культуры народов России', 'однкнр'],
  ['Изобразительное искусство', 'изо', 'рисование'],
  ['Музыка', 'муз'],
  ['Труд (технология)', 'труд', 'технология', 'трудовое обучение'],
  ['Физическая культура', 'физкультура', 'физ-ра', 'физра', 'физ. культура', 'фк'],
  ['Основы безопасности и защиты Родины', 'обзр', 'обж'],
  ['Индивидуальный проект', 'инд. проект'],
  ['Разговоры о важном', 'ров', 'разговоры'],
  ['Россия — мои горизонты', 'россия-мои горизонты', 'горизонты', 'мои горизонты'],
];

/** A subject's name as it is compared: «ё» as «е», no signs, one blank. */
export function matchingSubject(written: string): string {
  return written
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** Finds subjects by what people write: name, short name, then the usual synonyms. Null = no such subject. */
export function subjectFinder(subjects: readonly Subject[]): (written: string) => Subject | null {
  const byKey = new Map<string, Subject>();
  const learn = (written: string, subject: Subject) => {
    const key = matchingSubject(written);
    if (key !== '' && !byKey.has(key)) byKey.set(key, subject);
  };
  for (const subject of subjects) learn(subject.name, subject);
  for (const subject of subjects) learn(subject.shortName, subject);
  for (const [name = '', ...others] of synonyms) {
    const subject = byKey.get(matchingSubject(name));
    if (subject) for (const other of others) learn(other, subject);
  }
  return (written) => byKey.get(matchingSubject(written)) ?? null;
}

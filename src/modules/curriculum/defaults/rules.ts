/**
 * Subjects of a school in 2026/27 by a short key (federal programmes; «ОБЗР» and «Труд» by their new names). A school
 * edits the list.
 */
export const defaultSubjects = {
  russian: ['Русский язык', 'Русский', 'Русский язык и литература'],
  reading: ['Литературное чтение', 'Лит. чтение', 'Русский язык и литература'],
  literature: ['Литература', 'Литература', 'Русский язык и литература'],
  english: ['Иностранный язык (английский)', 'Английский', 'Иностранные языки'],
  maths: ['Математика', 'Математика', 'Математика и информатика'],
  algebra: ['Алгебра', 'Алгебра', 'Математика и информатика'],
  geometry: ['Геометрия', 'Геометрия', 'Математика и информатика'],
  statistics: ['Вероятность и статистика', 'Вероятность', 'Математика и информатика'],
  informatics: ['Информатика', 'Информатика', 'Математика и информатика'],
  world: ['Окружающий мир', 'Окр. мир', 'Обществознание и естествознание'],
  history: ['История', 'История', 'Общественно-научные предметы'],
  society: ['Обществознание', 'Общество', 'Общественно-научные предметы'],
  geography: ['География', 'География', 'Общественно-научные предметы'],
  physics: ['Физика', 'Физика', 'Естественно-научные предметы'],
  chemistry: ['Химия', 'Химия', 'Естественно-научные предметы'],
  biology: ['Биология', 'Биология', 'Естественно-научные предметы'],
  ethics: ['Основы религиозных культур и светской этики', 'ОРКСЭ', 'Духовно-нравственная культура'],
  culture: ['Основы духовно-нравственной культуры народов России', 'ОДНКНР', 'Духовно-нравственная культура'],
  art: ['Изобразительное искусство', 'ИЗО', 'Искусство'],
  music: ['Музыка', 'Музыка', 'Искусство'],
  labour: ['Труд (технология)', 'Труд', 'Технология'],
  sport: ['Физическая культура', 'Физкультура', 'Физическая культура'],
  safety: ['Основы безопасности и защиты Родины', 'ОБЗР', 'Основы безопасности и защиты Родины'],
  project: ['Индивидуальный проект', 'Инд. проект', 'Индивидуальный проект'],
  important: ['Разговоры о важном', 'Разговоры', 'Внеурочная деятельность'],
  horizons: ['Россия — мои горизонты', 'Горизонты', 'Внеурочная деятельность'],
} as const satisfies Record<string, readonly [name: string, shortName: string, area: string]>;

export type SubjectKey = keyof typeof defaultSubjects;

/** Lessons without marks, in a journal of their own. */
export const extracurricularSubjects: readonly SubjectKey[] = ['important', 'horizons'];

/** Kinds of work with the weights a school may start from; [name, abbreviation, weight, is an assessment]. */
export const defaultWorkTypes = {
  answer: ['Ответ на уроке', 'О', 1, false],
  classwork: ['Работа на уроке', 'Р', 1, false],
  homework: ['Домашняя работа', 'Д', 1, false],
  mental: ['Устный счёт', 'УС', 1, false],
  vocabulary: ['Словарный диктант', 'СД', 1, false],
  test: ['Тест', 'Т', 2, false],
  independent: ['Самостоятельная работа', 'С', 2, false],
  practical: ['Практическая работа', 'П', 2, false],
  laboratory: ['Лабораторная работа', 'Л', 2, false],
  checking: ['Проверочная работа', 'ПР', 2, false],
  dictation: ['Диктант', 'ДИ', 3, false],
  retelling: ['Изложение', 'ИЗ', 3, false],
  essay: ['Сочинение', 'СЧ', 3, false],
  copying: ['Списывание', 'СП', 1, false],
  report: ['Реферат, доклад', 'РФ', 2, false],
  project: ['Проект', 'ПТ', 3, false],
  credit: ['Зачёт', 'З', 3, false],
  controlDictation: ['Контрольный диктант', 'КД', 4, true],
  control: ['Контрольная работа', 'К', 4, true],
  administrative: ['Административная контрольная работа', 'АК', 4, true],
  national: ['ВПР', 'В', 4, true],
  diagnostic: ['Диагностическая работа', 'ДР', 0, true],
  exam: ['Экзамен', 'Э', 5, true],
  interim: ['Промежуточная аттестация', 'ПА', 5, true],
  speed: ['Техника чтения', 'ТЧ', 2, false],
  notebook: ['Ведение тетради', 'ВТ', 1, false],
} as const satisfies Record<
  string,
  readonly [name: string, abbr: string, weight: number, isAssessment: boolean]
>;

export type WorkTypeKey = keyof typeof defaultWorkTypes;

import type { ProblemWords } from '#web/ru.ts';

const kinds: Readonly<Record<string, string>> = {
  students: 'Списки учеников загружают секретарь и администратор школы.',
  staff: 'Список сотрудников загружает администратор школы: от должностей зависят права.',
  load: 'Нагрузку загружают завуч и администратор школы: от неё зависит, кто ведёт журнал.',
};

/** Refusals of files. */
export const problems: ProblemWords = {
  'imports.unreadable': 'Файл не читается.',
  'imports.notReady': 'Загрузить это пока нельзя.',
  'imports.kindNotAllowed': (facts) => kinds[String(facts['kind'])] ?? 'Это загружает администратор школы.',
  'imports.alreadyUndone': ({ author }) =>
    typeof author === 'string' ? `Эта загрузка уже отменена: ${author}.` : 'Эта загрузка уже отменена.',
  'imports.notLast': 'После этой загрузки была другая: отменить можно только последнюю.',
  'imports.noJournal':
    'Эта загрузка сделана до того, как Парта стала записывать их построчно: отменить её нельзя.',
};

import type { AccountRole } from './accounts.ts';
import { townSchool } from './school-plan.ts';

const momentFormat = new Intl.DateTimeFormat('ru', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: townSchool.timeZone,
});

const dayFormat = new Intl.DateTimeFormat('ru', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: townSchool.timeZone,
});

export const words = {
  summary: 'показать школу: база, ученики, уроки и отметки создаются сами',
  options: {
    date: 'день показа: ГГГГ-ММ-ДД или ГГГГ-ММ-ДДTЧЧ:ММ по времени школы',
    fresh: 'начать заново: прежняя показательная школа будет стёрта',
    json: 'по готовности напечатать одну строку JSON с адресом и учётными записями',
    data: 'папка данных (по умолчанию .parta/demo)',
  },
  filling: 'Создаю показательную школу…',
  filled: (seconds: number) => `Школа готова за ${seconds.toFixed(1).replace('.', ',')} с.`,
  badDate: (date: string) =>
    `Дата «${date}» не годится: нужно ГГГГ-ММ-ДД или ГГГГ-ММ-ДДTЧЧ:ММ, например 2026-11-24.`,
  clockBack: (shown: string) =>
    `Время показательной школы не идёт назад: она уже показала ${shown}. Укажите более поздний день или начните заново (--fresh).`,
  notDemo: (path: string) =>
    `В папке ${path} лежит не показательная школа, и она останется нетронутой: укажите другую (--data).`,
  otherSchool:
    'В этой базе уже есть школа, показательная рядом с ней не создаётся: укажите пустую базу или другую папку (--data).',
  freshOutside: 'Ключ --fresh работает только со встроенной базой: чужую базу Парта не стирает.',
  title: 'Парта — показательная школа',
  moment: (date: Date) => dayFormat.format(date),
  schoolTime: (date: Date) => `В школе сейчас ${momentFormat.format(date)}`,
  password: (password: string) => `Пароль у всех один: ${password}`,
  columns: ['Роль', 'Логин', 'Кто'] as readonly [string, string, string],
  stopHint: 'Остановить: Ctrl+C. Данные останутся до следующего запуска.',
  roles: {
    schoolAdmin: 'Администратор школы',
    principal: 'Директор',
    deputyHead: 'Завуч',
    teacher: 'Учитель математики',
    homeroomTeacher: 'Классный руководитель',
    student: 'Ученик 7 «Б»',
    guardianOfTwo: 'Родитель, двое детей в двух школах',
    guardian: 'Родитель',
    secretary: 'Секретарь',
    regionalCoordinator: 'Региональный координатор',
    platformOperator: 'Оператор платформы',
  } satisfies Record<AccountRole, string>,
};

export type DemoWords = typeof words;

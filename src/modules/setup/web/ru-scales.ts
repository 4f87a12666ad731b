import { pluralRussian as plural } from '#web/words.ts';
import type { Band, TemplateName } from './scales/templates.ts';

const journals = (count: number) =>
  plural(count, { one: 'журнал', few: 'журнала', many: 'журналов', other: 'журнала' });
const marks = (count: number) =>
  plural(count, { one: 'отметка', few: 'отметки', many: 'отметок', other: 'отметки' });

const bands: Readonly<Record<Band, string>> = {
  excellent: 'отл.',
  good: 'хор.',
  satisfactory: 'удовл.',
  poor: 'неуд.',
};
const templates: Readonly<Record<TemplateName, string>> = {
  five: 'Пятибалльная',
  signed: 'Пятибалльная с плюсами и минусами',
  ten: 'Десятибалльная',
  twelve: 'Двенадцатибалльная',
  hundred: 'Стобалльная',
};
const signNames: Readonly<Record<string, string>> = {
  passed: 'зачёт',
  failed: 'незачёт',
  exempt: 'освобождён',
  notAssessed: 'н/а: не аттестован',
  pendingPoint: '«точка»: работу нужно сдать',
};
const signShort: Readonly<Record<string, string>> = {
  passed: 'зач',
  failed: 'нз',
  exempt: 'осв',
  notAssessed: 'н/а',
  pendingPoint: '•',
};

/** Words of the scales of marks. */
export const ruScales = {
  scales: {
    tab: 'Шкалы',
    title: 'Шкалы отметок',
    about: 'Какие отметки ставят и сколько каждая значит в среднем балле.',
    add: 'Новая шкала',
    change: 'Изменить',
    giveToPages: 'Выбрать журналы',
    usualTag: 'для новых журналов',
    retiredTag: 'не используется',
    pages: (count: number) => (count === 0 ? 'нет журналов' : journals(count)),
    notOffered: (list: string) => `Больше не ставят: ${list}.`,
    template: 'Начать с шкалы',
    templates,
    added: 'Шкала добавлена.',
    saved: 'Шкала сохранена.',
    mark: 'Отметка',
    worth: 'В среднем',
    band: 'Значит',
    offered: 'Ставят',
    remove: 'Убрать',
    markOf: (row: number) => `Отметка, строка ${row}`,
    worthOf: (code: string) => `Сколько значит ${code} в среднем балле`,
    bandOf: (code: string) => `Что значит ${code}`,
    offeredOf: (code: string) => `Отметку ${code} ставят`,
    removeOf: (code: string) => `Убрать отметку ${code}`,
    rowsWrong:
      'Отметка — число до 100, можно с «+» или «−», каждая один раз. «В среднем» — число до 100, не больше двух знаков после запятой.',
    addMark: 'Добавить отметку',
    worthAbout:
      'Уже поставленную отметку убрать нельзя: снимите «Ставят», и она останется только там, где есть.',
    signs: 'Знаки без числа',
    signNames,
    signShort,
    bands,
    bandFrom: {
      excellent: 'Отлично от',
      good: 'Хорошо от',
      satisfactory: 'Удовлетворительно от',
    } satisfies Readonly<Record<Exclude<Band, 'poor'>, string>>,
    long: (from: string, to: string) =>
      `Отметки от ${from} до ${to}, в среднем балле каждая значит столько же.`,
    usual: 'Для новых журналов.',
    usualHint: 'Журналы, которые уже есть, останутся при своей шкале.',
    retire: 'Больше не используется.',
    retireHint: 'Новые журналы её не получат.',
    retireInUse: (count: number) => `Сначала переведите на другую шкалу ${journals(count)}.`,
    effect: 'Что изменится',
    counting: 'Считаем…',
    averages: (changed: number, all: number) =>
      changed === 0
        ? 'Средние баллы этого периода не изменятся.'
        : `Средний балл этого периода изменится у ${changed} из ${all} (ученик и предмет считаются парой).`,
    proposals: (count: number) =>
      count === 0
        ? 'Предложения отметок за период останутся прежними.'
        : `Предложение отметки за период изменится у ${count}.`,
    finalsStay: 'Выставленные отметки за период останутся.',
    pagesTitle: (name: string) => `Журналы: ${name}`,
    subject: 'Предмет',
    fromGrade: 'С класса',
    toGrade: 'По класс',
    noPages: 'В этих классах по предмету нет журналов с отметками.',
    hasIt: 'уже по этой шкале',
    now: (name: string) => `сейчас: ${name}`,
    unfit: (list: string, count: number) => `нельзя: в этой шкале нет ${list} (${marks(count)})`,
    marksKeep: 'Поставленные отметки не пересчитываются: «4» останется «4», но уже по этой шкале.',
    give: (count: number) => (count === 0 ? 'Перевести' : `Перевести ${journals(count)}`),
    given: (count: number) => `На шкалу переведено: ${journals(count)}.`,
  },
};

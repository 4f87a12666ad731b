import type { SubjectKey } from '../curriculum/subjects.ts';
import type { Chance } from '../random.ts';

/** What is set at the lesson number `index` of the year (from 0); null where nothing is set. */
export type HomeworkText = { readonly text: string; readonly minutes: number };

export type HomeworkOf = {
  readonly subject: SubjectKey;
  readonly grade: number;
  readonly index: number;
  readonly topic: string;
};

export function homeworkText(luck: Chance, of: HomeworkOf): HomeworkText | null {
  const { subject, grade } = of;
  if (grade === 1) return null;
  const share = shares[subject] ?? 0;
  if (!luck.happens(share)) return null;
  if (/^(?:Контрольн|Проверочн|Изложение|Сочинение)/u.test(of.topic)) {
    return luck.happens(0.3)
      ? { text: luck.pick(['Повторить правила', 'Повторить материал раздела']), minutes: 15 }
      : null;
  }
  const write = texts[subject];
  return write ? { text: write(luck, of), minutes: minutesOf(luck, grade) } : null;
}

const shares: Readonly<Partial<Record<SubjectKey, number>>> = {
  russian: 0.85,
  reading: 0.85,
  literature: 0.9,
  english: 0.85,
  maths: 0.85,
  algebra: 0.95,
  geometry: 0.9,
  statistics: 0.75,
  informatics: 0.5,
  world: 0.75,
  history: 0.9,
  society: 0.85,
  geography: 0.85,
  physics: 0.9,
  chemistry: 0.9,
  biology: 0.85,
  culture: 0.4,
  art: 0.25,
  music: 0.2,
  labour: 0.2,
  safety: 0.4,
  ethics: 0.3,
  project: 0.5,
};

const minutesOf = (luck: Chance, grade: number) => {
  const [from, to] = grade <= 4 ? [10, 20] : grade <= 8 ? [15, 30] : [20, 40];
  return luck.between(from / 5, to / 5) * 5;
};

const letters = ['а, б', 'а–в', 'а, в', 'б, г', 'в, г', '1, 3', 'а–г'];

/** «№ 412 (а, б), 415» from a place in the book that moves on through the year. */
function numbers(luck: Chance, from: number): string {
  const first = from + luck.between(0, 3);
  const second = first + luck.between(1, 6);
  const sub = luck.happens(0.7) ? ` (${luck.pick(letters)})` : '';
  return luck.happens(0.3)
    ? `№\u00a0${first}–${first + luck.between(2, 3)}`
    : `№\u00a0${first}${sub}, ${second}`;
}

const paragraph = (of: HomeworkOf, lessonsEach: number) => `§\u00a0${1 + Math.floor(of.index / lessonsEach)}`;
const page = (of: HomeworkOf, step: number) => `с.\u00a0${6 + Math.round(of.index * step)}`;

const bookmaths = (each: number) => (luck: Chance, of: HomeworkOf) => {
  const rule = luck.happens(0.6) ? `; ${paragraph(of, each)}` : '';
  return numbers(luck, 24 + of.index * 7) + rule;
};

const retelling = (each: number) => (luck: Chance, of: HomeworkOf) => {
  const place = paragraph(of, each);
  const count = luck.between(3, 6);
  return luck.pick([
    `${place}, вопросы 1–${count}`,
    `${place}, пересказ; выучить термины`,
    `${place}, ответить на вопросы после параграфа письменно`,
    `${place}, задание ${count} в рабочей тетради`,
    `${place}; подготовить сообщение (по желанию)`,
    `Прочитать ${place.toLowerCase()}, составить план`,
  ]);
};

const texts: Readonly<Partial<Record<SubjectKey, (luck: Chance, of: HomeworkOf) => string>>> = {
  algebra: bookmaths(4),
  geometry: (luck, of) =>
    luck.pick([
      `${paragraph(of, 3)}, ${numbers(luck, 12 + of.index * 4)}`,
      `${numbers(luck, 12 + of.index * 4)}; выучить доказательство теоремы`,
      `Выучить определения ${paragraph(of, 3)}; ${numbers(luck, 12 + of.index * 4)}`,
    ]),
  maths: (luck, of) =>
    of.grade <= 4
      ? luck.pick([
          `${page(of, 0.9)}, № ${luck.between(2, 5)}, ${luck.between(6, 9)}`,
          `${page(of, 0.9)}, задача № ${luck.between(3, 8)}`,
          `Учебник ${page(of, 0.9)}, № ${luck.between(2, 6)}; таблица умножения`,
        ])
      : bookmaths(5)(luck, of),
  statistics: (luck, of) => `${paragraph(of, 2)}, ${numbers(luck, 8 + of.index * 5)}`,
  informatics: (luck, of) =>
    luck.pick([
      `${paragraph(of, 2)}, вопросы 1–${luck.between(4, 8)}`,
      `${paragraph(of, 2)}; закончить практическую работу`,
      `Написать программу к задаче ${luck.between(2, 9)}`,
    ]),
  russian: (luck, of) => {
    const exercise = 12 + of.index * (of.grade <= 4 ? 2 : 4) + luck.between(0, 2);
    return luck.pick([
      `Упр. ${exercise}`,
      `Упр. ${exercise}; правило на ${page(of, 1).replace('с.', 'с.')}`,
      `${paragraph(of, 2)}, упр. ${exercise}`,
      `Упр. ${exercise} (письменно), выучить словарные слова`,
      `${paragraph(of, 2)}, упр. ${exercise} по заданию; разбор предложения`,
    ]);
  },
  reading: (luck, of) =>
    luck.pick([
      `${page(of, 1.1)}, выразительное чтение`,
      `${page(of, 1.1)}, пересказ`,
      `${page(of, 1.1)}, ответы на вопросы`,
      `Выучить стихотворение наизусть (${page(of, 1.1)})`,
      'Читать 20 минут, заполнить читательский дневник',
    ]),
  literature: (luck, of) =>
    luck.pick([
      'Прочитать произведение до конца',
      `Прочитать ${page(of, 3)}–${10 + Math.round(of.index * 3) + luck.between(3, 9)}, ответить на вопросы`,
      'Подготовить характеристику героя с цитатами',
      /^(?:А\. Пушкин|М\. Лермонтов|«Песнь|Стихи|С\. Есенин|Ф\. Тютчев|А\. Фет)/u.test(of.topic)
        ? 'Выучить стихотворение наизусть'
        : 'Подготовить пересказ эпизода',
      `Ответить письменно на вопрос ${luck.between(2, 5)} (5–7 предложений)`,
      'Составить план статьи учебника',
    ]),
  english: (luck, of) =>
    luck.pick([
      `Учебник, ${page(of, 1.2)}, упр. ${luck.between(2, 8)}`,
      `Рабочая тетрадь, ${page(of, 0.6)}, упр. ${luck.between(1, 5)}; выучить слова`,
      `${page(of, 1.2)}, упр. ${luck.between(2, 6)} (письменно), слова наизусть`,
      `Подготовить диалог по образцу (${page(of, 1.2)})`,
      `${page(of, 1.2)}, читать и переводить текст`,
    ]),
  history: retelling(2),
  society: retelling(2),
  geography: (luck, of) =>
    luck.happens(0.25)
      ? `${paragraph(of, 2)}; контурная карта, задания ${luck.between(1, 3)}–${luck.between(4, 6)}`
      : retelling(2)(luck, of),
  biology: (luck, of) =>
    luck.happens(0.2) ? `${paragraph(of, 2)}, рисунок в тетради с подписями` : retelling(2)(luck, of),
  physics: (luck, of) =>
    of.topic.startsWith('Лабораторная')
      ? `Оформить лабораторную работу; ${paragraph(of, 2)}`
      : luck.pick([
          `${paragraph(of, 2)}, упр. ${1 + Math.floor(of.index / 3)} (${luck.between(1, 2)}, ${luck.between(3, 5)})`,
          `${paragraph(of, 2)}; задачи ${numbers(luck, 30 + of.index * 5)} из сборника`,
          `${paragraph(of, 2)}, выучить формулы и единицы величин`,
        ]),
  chemistry: (luck, of) =>
    luck.pick([
      `${paragraph(of, 2)}, упр. ${luck.between(1, 3)}–${luck.between(4, 6)}`,
      `${paragraph(of, 2)}; составить уравнения реакций (задание ${luck.between(2, 5)})`,
      `${paragraph(of, 2)}, выучить определения; задача ${luck.between(3, 8)}`,
    ]),
  world: (luck, of) =>
    luck.pick([
      `${page(of, 1.8)}–${8 + Math.round(of.index * 1.8)}, читать, пересказ`,
      `Рабочая тетрадь, ${page(of, 0.8)}`,
      `${page(of, 1.8)}, вопросы «Проверь себя»`,
    ]),
  culture: (luck, of) =>
    luck.pick([`${paragraph(of, 1)}, вопросы`, 'Подготовить рассказ о семейной традиции']),
  ethics: (luck) => luck.pick(['Обсудить тему урока с родными', 'Прочитать урок в учебнике']),
  art: (luck) =>
    luck.pick([
      'Закончить рисунок',
      'Принести гуашь и кисти',
      'Принести цветную бумагу, ножницы и клей',
      'Подобрать репродукции',
    ]),
  music: (luck) =>
    luck.pick([
      'Выучить слова песни',
      'Послушать произведение, описать впечатление',
      'Подготовить сообщение о композиторе',
    ]),
  labour: (luck) =>
    luck.pick([
      'Принести рабочую форму',
      'Подобрать эскиз изделия',
      'Принести ткань и нитки',
      'Подготовить чертёж детали',
    ]),
  safety: retelling(1),
  project: (luck) =>
    luck.pick(['Подобрать 3–5 источников по теме', 'Дописать введение', 'Подготовить вопросы анкеты']),
};

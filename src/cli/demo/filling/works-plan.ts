import { daysBetween } from '#modules/organisation/index.ts';
import { workTypes, type SubjectKey, type WorkTypeKey } from '../curriculum/subjects.ts';
import type { Assignment } from '../load/teaching-load.ts';
import { at, chance } from '../random.ts';
import type { Lesson } from '../timetable/make-timetable.ts';
import { courseOf, topicsFor } from '../topics/courses.ts';

/** A work of a lesson before anybody is marked. `who`: how many are marked, or all. */
export type PlannedWork = {
  readonly type: WorkTypeKey;
  readonly title: string | null;
  readonly who: number | 'all';
  /** Content and literacy, two marks for one work. */
  readonly isDual: boolean;
};

export type PlannedLesson = {
  readonly lesson: Lesson;
  readonly topic: string;
  readonly works: readonly PlannedWork[];
};

/** How a subject is checked: works for everybody each so many lessons, a control work each so many days. */
type Manner = {
  readonly regular: readonly (readonly [type: WorkTypeKey, everyLessons: number])[];
  readonly controls: readonly WorkTypeKey[];
  readonly controlEveryDays: number;
  readonly oral: WorkTypeKey;
  readonly repeats: readonly string[];
};

const mathsWords = ['', 'Решение упражнений', 'Закрепление', 'Решение задач', 'Обобщение'];
const russianWords = ['', 'Упражнения', 'Закрепление', 'Практикум'];
const plain = [''];

const mathsManner: Manner = {
  regular: [
    ['independent', 9],
    ['homework', 17],
  ],
  controls: ['control'],
  controlEveryDays: 24,
  oral: 'answer',
  repeats: mathsWords,
};
const textbookManner: Manner = {
  regular: [['test', 6]],
  controls: ['checking'],
  controlEveryDays: 40,
  oral: 'answer',
  repeats: plain,
};
const craftManner: Manner = {
  regular: [['classwork', 5]],
  controls: [],
  controlEveryDays: 0,
  oral: 'classwork',
  repeats: plain,
};

const manners: Readonly<Record<SubjectKey, Manner>> = {
  russian: {
    regular: [
      ['vocabulary', 13],
      ['independent', 9],
    ],
    controls: ['controlDictation', 'retelling', 'controlDictation', 'essay'],
    controlEveryDays: 23,
    oral: 'answer',
    repeats: russianWords,
  },
  reading: {
    regular: [
      ['speed', 20],
      ['test', 12],
    ],
    controls: ['checking'],
    controlEveryDays: 30,
    oral: 'answer',
    repeats: ['', 'Выразительное чтение', 'Герои произведения'],
  },
  literature: {
    regular: [['test', 10]],
    controls: ['essay', 'control'],
    controlEveryDays: 30,
    oral: 'answer',
    repeats: ['', 'Анализ текста', 'Герои произведения', 'Обсуждение'],
  },
  english: {
    regular: [
      ['test', 11],
      ['vocabulary', 14],
    ],
    controls: ['control'],
    controlEveryDays: 26,
    oral: 'answer',
    repeats: ['', 'Лексика', 'Чтение', 'Аудирование', 'Говорение'],
  },
  maths: {
    ...mathsManner,
    regular: [
      ['independent', 11],
      ['mental', 15],
    ],
  },
  algebra: mathsManner,
  geometry: { ...mathsManner, regular: [['independent', 9]], controlEveryDays: 32 },
  statistics: { ...textbookManner, regular: [['practical', 5]], controls: ['control'], controlEveryDays: 45 },
  informatics: {
    ...textbookManner,
    regular: [['practical', 5]],
    controls: ['control'],
    controlEveryDays: 45,
  },
  world: { ...textbookManner, controlEveryDays: 28 },
  history: { ...textbookManner, repeats: ['', 'Работа с документами', 'Работа с картой'] },
  society: textbookManner,
  geography: { ...textbookManner, regular: [['practical', 6]] },
  physics: { ...mathsManner, regular: [['independent', 9]], controlEveryDays: 32 },
  chemistry: { ...mathsManner, regular: [['independent', 9]], controlEveryDays: 34 },
  biology: { ...textbookManner, regular: [['test', 9]] },
  ethics: { ...craftManner, regular: [['classwork', 6]] },
  culture: { ...textbookManner, regular: [['classwork', 5]], controls: [] },
  art: craftManner,
  music: { ...craftManner, regular: [['classwork', 5]] },
  labour: { ...craftManner, regular: [['practical', 5]] },
  sport: { ...craftManner, regular: [['credit', 9]] },
  safety: { ...textbookManner, controls: [] },
  project: { ...craftManner, regular: [['report', 8]] },
  important: craftManner,
  horizons: craftManner,
};

/** Control works already fixed: class and date → subject. No class writes two on one day. */
export type ControlDays = Map<string, SubjectKey>;

/** Topics and works of a page for the whole year; `order` tells first and last lessons of each class day. */
export function planPage(
  assignment: Assignment,
  lessons: readonly Lesson[],
  at_: { controls: ControlDays; isEdge: (lesson: Lesson) => boolean },
): readonly PlannedLesson[] {
  const { subject, schoolClass, marks } = assignment;
  const manner = manners[subject];
  const luck = chance(`page-${schoolClass.id}-${subject}`);
  const topics = topicsFor(courseOf(subject, schoolClass.plan.grade), lessons.length);
  const hasMarks = marks !== 'none';
  const firstDate = lessons[0]?.date ?? '';
  let lastControl = firstDate;
  let controlCount = 0;
  const written = new Map<WorkTypeKey, number>();
  let repeat = 0;
  return lessons.map((lesson, index) => {
    const topic = at(topics, index);
    repeat = index > 0 && at(topics, index - 1).title === topic.title ? repeat + 1 : 0;
    const suffix = manner.repeats[repeat % manner.repeats.length] ?? '';
    const title = suffix === '' || repeat === 0 ? topic.title : withSuffix(topic.title, suffix);
    if (!hasMarks) return { lesson, topic: title, works: [] };

    const key = `${schoolClass.id} ${lesson.date}`;
    const isDue =
      manner.controls.length > 0 &&
      daysBetween(lastControl, lesson.date) >= manner.controlEveryDays + luck.between(-2, 4);
    const type = manner.controls[controlCount % manner.controls.length] ?? 'control';
    const isFree = (at_.controls.get(key) ?? subject) === subject;
    const isAllowed = isFree && (!workTypes[type][3] || assignment.hours <= 1 || !at_.isEdge(lesson));
    if (isDue && isAllowed && lesson.seqInDay === 1) {
      at_.controls.set(key, subject);
      lastControl = lesson.date;
      controlCount += 1;
      const number = (written.get(type) ?? 0) + 1;
      written.set(type, number);
      return { lesson, ...controlLesson(type, { number, section: topic.section, subject }) };
    }
    return { lesson, topic: title, works: everydayWorks(manner, { index, title, luck: luck.next() }) };
  });
}

/** The kind of the work given by word of mouth when few marks have come together. */
export const oralType = (subject: SubjectKey): WorkTypeKey => manners[subject].oral;

function controlLesson(
  type: WorkTypeKey,
  { number, section, subject }: { number: number; section: string; subject: SubjectKey },
) {
  const isDual = type === 'essay' || type === 'retelling' || type === 'controlDictation';
  const title = `${controlNames[type] ?? 'Контрольная работа'} № ${number}`;
  const about =
    type === 'retelling'
      ? `Подробное изложение № ${number}`
      : type === 'essay'
        ? subject === 'literature'
          ? `Сочинение по произведениям раздела «${section}»`
          : `Сочинение-рассуждение № ${number}`
        : `${title} по теме «${section}»`;
  return { topic: about, works: [{ type, title, who: 'all' as const, isDual }] };
}

const controlNames: Readonly<Partial<Record<WorkTypeKey, string>>> = {
  controlDictation: 'Контрольный диктант',
  retelling: 'Изложение',
  essay: 'Сочинение',
  checking: 'Проверочная работа',
};

function everydayWorks(
  manner: Manner,
  { index, title, luck }: { index: number; title: string; luck: number },
): readonly PlannedWork[] {
  if (title.startsWith('Лабораторная работа')) return [whole('laboratory', title)];
  if (title.startsWith('Практическая работа')) return [whole('practical', title)];
  if (title.startsWith('Сочинение')) return [{ ...whole('essay', title), isDual: true }];
  const works = manner.regular
    .filter(([, every], place) => (index + place * 3) % every === every - 1)
    .slice(0, 1)
    .map(([type]) =>
      type === 'homework' || type === 'classwork'
        ? { ...whole(type), who: 9 + Math.floor(luck * 8) }
        : whole(type),
    );
  return works;
}

const withSuffix = (title: string, suffix: string) =>
  /[?!….]$/u.test(title) ? `${title} ${suffix}` : `${title}. ${suffix}`;

const whole = (type: WorkTypeKey, title: string | null = null): PlannedWork => ({
  type,
  title,
  who: 'all',
  isDual: false,
});

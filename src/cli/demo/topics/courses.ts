import type { SubjectKey } from '../curriculum/subjects.ts';
import { art, english, labour, music, safety, sport } from './languages-and-arts.ts';
import { algebra, geometry, informatics, maths, statistics } from './maths.ts';
import { literature, reading } from './reading.ts';
import { russian } from './russian.ts';
import { biology, chemistry, geography, physics, world } from './sciences.ts';
import { culture, ethics, history, horizons, important, project, society } from './society.ts';

/** What one lesson is about, and the part of the course it belongs to. */
export type Topic = { readonly section: string; readonly title: string };

/** The course of a subject in a grade, one topic per lesson as its textbook plans it. */
export function courseOf(subject: SubjectKey, grade: number): readonly Topic[] {
  const text = courses[subject](grade);
  if (text === undefined) throw new Error(`no course of ${subject} in grade ${grade}`);
  return text.trim().split('\n').flatMap(topicsOfSection);
}

/**
 * The topics of all lessons of a year: a course shorter than the year dwells on each topic, a longer one
 * stops early. Neighbouring lessons on one topic are as usual as in any school.
 */
export function topicsFor(course: readonly Topic[], lessons: number): readonly Topic[] {
  const stretch = Math.max(1, lessons / course.length);
  const places = Array.from({ length: lessons }, (_, index) =>
    Math.min(course.length - 1, Math.floor(index / stretch)),
  );
  return places.map((place) => course[place] as Topic);
}

function topicsOfSection(line: string): readonly Topic[] {
  const colon = line.indexOf(': ');
  const section = line.slice(0, colon);
  return line
    .slice(colon + 2)
    .split('; ')
    .flatMap((written) => {
      const [title = '', times = '1'] = written.split('*');
      return Array.from({ length: Number(times) }, () => ({ section, title: capitalised(title) }));
    });
}

const capitalised = (title: string) => title.charAt(0).toUpperCase() + title.slice(1);

const inBands = (bands: Readonly<Record<string, string>>) => (grade: number) => {
  const found = Object.keys(bands).find((band) => {
    const [from = 0, to = 0] = band.split('-').map(Number);
    return from <= grade && grade <= to;
  });
  return found === undefined ? undefined : bands[found];
};

const courses: Readonly<Record<SubjectKey, (grade: number) => string | undefined>> = {
  russian: (grade) => russian[grade],
  reading: (grade) => reading[grade],
  literature: (grade) => literature[grade],
  english: (grade) => english[grade],
  maths: (grade) => maths[grade],
  algebra: (grade) => algebra[grade],
  geometry: (grade) => geometry[grade],
  statistics: (grade) => statistics[grade],
  informatics: (grade) => informatics[grade],
  world: (grade) => world[grade],
  history: (grade) => history[grade],
  society: (grade) => society[grade],
  geography: (grade) => geography[grade],
  physics: (grade) => physics[grade],
  chemistry: (grade) => chemistry[grade],
  biology: (grade) => biology[grade],
  ethics: () => ethics,
  culture: (grade) => culture[grade],
  art: inBands(art),
  music: inBands(music),
  labour: inBands(labour),
  sport: inBands(sport),
  safety: inBands(safety),
  project: () => project,
  important: () => important,
  horizons: () => horizons,
};

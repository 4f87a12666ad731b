import type { Platform } from '#platform/platform.ts';
import { homeworkAssigned, homeworkFilesChanged } from '#modules/homework/events.ts';
import {
  absenceReasonSet,
  attendanceTaken,
  finalMarksSet,
  lessonRecorded,
  marksSet,
  workChanged,
} from '../events.ts';
import type { PageFacts } from './write-queries.ts';

/**
 * What pages were when somebody last wrote on them. Such facts may be a moment old: less than a second after a change
 * of roster, timetable or rights elsewhere, as rights themselves are. They only ever allow; a refusal reads them anew,
 * and locks of grading periods are compared in the write itself (`lockStamp`).
 */
export type KnownFacts = {
  get(schoolId: number, pageId: string): PageFacts | null;
  /** `readAfter` = a moment before the facts were read: what was forgotten since is not kept. */
  keep(schoolId: number, facts: PageFacts, readAfter: Date): void;
  /** The page has changed by this process's own hand. */
  forget(schoolId: number, pageId: string): void;
};

/** Entries of the journal change no fact but works, and an unknown work is looked up. */
const entries: ReadonlySet<string> = new Set([
  marksSet,
  workChanged,
  attendanceTaken,
  absenceReasonSet,
  lessonRecorded,
  finalMarksSet,
  homeworkAssigned,
  homeworkFilesChanged,
]);

/** A net below the events. */
const longestMs = 60_000;
const mostPages = 2_000;

const ofPlatforms = new WeakMap<Platform['news'], KnownFacts>();
const nothingKnown: KnownFacts = { get: () => null, keep() {}, forget() {} };

/** The pages known to a server; nothing is known to one that does not hear the events. */
export function knownFacts(platform: Platform): KnownFacts {
  return ofPlatforms.get(platform.news) ?? nothingKnown;
}

/** Begins to remember, for as long as the returned function is not called. */
export function rememberFacts(platform: Platform): () => Promise<void> {
  const { news, audience } = platform;
  const pages = new Map<string, { readonly facts: PageFacts; readonly readAfter: number }>();
  let forgottenAt = 0;
  const forgetAll = () => {
    pages.clear();
    forgottenAt = Date.now();
  };
  const stopEvents = news.onEvents({
    onEvent: (_schoolId, { name }) => {
      if (!entries.has(name)) forgetAll();
    },
    onGap: forgetAll,
  });
  const stopRights = audience.onChange(({ kind }) => {
    if (kind === 'persons' || kind === 'everybody') forgetAll();
  });
  ofPlatforms.set(news, {
    get(schoolId, pageId) {
      const known = pages.get(`${schoolId} ${pageId}`);
      const hears = news.versions.latest(schoolId, []) !== null;
      return known && hears && Date.now() - known.readAfter < longestMs ? known.facts : null;
    },
    keep(schoolId, facts, readAfter) {
      if (readAfter.getTime() <= forgottenAt) return;
      if (pages.size >= mostPages) pages.clear();
      pages.set(`${schoolId} ${facts.pageId}`, { facts, readAfter: readAfter.getTime() });
    },
    forget: (schoolId, pageId) => pages.delete(`${schoolId} ${pageId}`),
  });
  return async () => {
    stopEvents();
    stopRights();
    ofPlatforms.delete(news);
  };
}

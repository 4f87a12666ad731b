import { journalWriteFence, mayWriteLessons } from '../pages/policy.ts';
import { pageFactsOfLesson } from '../pages/write-queries.ts';

/** A lesson is recorded by who teaches it: the page's teacher or the substitute. */
export const lessonRecordPolicy = {
  fence: journalWriteFence,
  load: pageFactsOfLesson,
  may: mayWriteLessons,
};

import type { curriculumChanged as curriculum } from '#modules/curriculum/events.ts';
import type { frameChanged as frame } from '#modules/organisation/events.ts';

/** Year, grading periods, breaks, bells or settings are others now. */
export const frameChanged: typeof frame = 'organisation.frameChanged';
/** Subjects or kinds of work are others now. */
export const curriculumChanged: typeof curriculum = 'curriculum.curriculumChanged';

import { journalWriteFence, mayWriteLessons } from '../pages/policy.ts';
import { knownFacts } from '../pages/known-facts.ts';
import { type PageFacts, pageFacts, wholePageFacts } from '../pages/write-queries.ts';
import type { Platform } from '#platform/platform.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { MarkCell, NewWork } from './contract.ts';

/**
 * Marks are set by who teaches the page today, and by a substitute in the lessons it stands in at. Who only reads the
 * page gets 403, everybody else 404. One mark after the other goes to the same page, so its facts are remembered whole.
 */
export const marksPolicy = {
  fence: journalWriteFence,
  async load(tx: AnyTx, page: PagePlace, asked: Asked) {
    const facts = await wholePageFacts(tx, page);
    return facts && looksAtAbsences(facts) ? pageFacts(tx, { ...page, ...named(asked) }) : facts;
  },
  known(platform: Platform, { schoolId, pageId }: PagePlace) {
    const facts = knownFacts(platform).get(schoolId, pageId);
    return facts && !looksAtAbsences(facts) ? facts : null;
  },
  may: mayWriteLessons,
};

type PagePlace = { readonly schoolId: number; readonly pageId: string };
type Asked = { readonly works: readonly NewWork[]; readonly cells: readonly MarkCell[] };

/** Where nobody absent may be marked, attendance counts too, and that changes with every lesson. */
const looksAtAbsences = ({ settings }: PageFacts) => settings.markWhenAbsent === 'block';

const named = ({ works, cells }: Asked) => ({
  lessonIds: unique(works.map(({ lessonId }) => lessonId)),
  workIds: unique([...cells.map(({ workId }) => workId), ...works.map(({ id }) => id)]),
  studentIds: unique(cells.map(({ studentId }) => studentId)),
  workTypeIds: unique(works.map(({ workTypeId }) => workTypeId)),
});

const unique = (ids: readonly string[]) => [...new Set(ids)];

import { addDays } from '#modules/organisation/index.ts';
import { serve } from '#platform/serve.ts';
import { readerValues } from '../week/policy.ts';
import { getCover, getLessonOptions } from './contract.ts';
import { coverStatement, lessonOptionsStatement } from './option-queries.ts';
import { changesPolicy } from './policy.ts';

/** The longest absence that is covered in one act; further weeks are entered when they come. */
const longestCoverDays = 31;

export const changeRoutes = [
  serve(getLessonOptions, {
    policy: changesPolicy,
    read: {
      statement: lessonOptionsStatement,
      values: ({ actor, params, platform }) => [
        ...readerValues(actor, platform.clock.schoolNow()),
        params.lessonId,
      ],
    },
  }),
  serve(getCover, {
    policy: changesPolicy,
    read: {
      statement: coverStatement,
      values: ({ actor, params, query, platform }) => {
        const last = addDays(query.from, longestCoverDays - 1);
        return [
          ...readerValues(actor, platform.clock.schoolNow()),
          params.staffId,
          query.from,
          query.to < last ? query.to : last,
        ];
      },
    },
  }),
];

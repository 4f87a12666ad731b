import { mayWriteSetUp, readsSetUp, writesSetUp } from '#modules/organisation/index.ts';
import { serve } from '#platform/serve.ts';
import {
  getCurriculum,
  setSubject as setSubjectEndpoint,
  setWorkType as setWorkTypeEndpoint,
} from './contract.ts';
import { curriculumStatement } from './set-queries.ts';
import { setSubject, setWorkType } from './set-commands.ts';

export const subjectRoutes = [
  serve(getCurriculum, {
    policy: readsSetUp,
    read: {
      statement: curriculumStatement,
      values: ({ actor }) => [actor.schoolId, mayWriteSetUp(actor)],
    },
  }),
  serve(setSubjectEndpoint, {
    policy: writesSetUp,
    async run({ tx, actor, params, body: { version, ...draft } }) {
      await setSubject(tx, actor, { id: params.subjectId, version, draft });
      return null;
    },
  }),
  serve(setWorkTypeEndpoint, {
    policy: writesSetUp,
    async run({ tx, actor, params, body: { version, ...draft } }) {
      await setWorkType(tx, actor, { id: params.workTypeId, version, draft });
      return null;
    },
  }),
];

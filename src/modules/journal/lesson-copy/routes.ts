import { platformProblem } from '#platform/problem.ts';
import { rawJson } from '#platform/reply.ts';
import { serve } from '#platform/serve.ts';
import { lessonRecordPolicy } from '../lesson-record/policy.ts';
import { listCopyTargets } from './contract.ts';
import { copyTargetsStatement } from './queries.ts';

export const lessonCopyRoutes = [
  serve(listCopyTargets, {
    policy: lessonRecordPolicy,
    async run({ tx, actor, params }) {
      const values = [actor.schoolId, params.lessonId, actor.personId, actor.today];
      const text = await tx.text(copyTargetsStatement, values);
      if (text === null) throw platformProblem('notFound');
      return rawJson(text);
    },
  }),
];

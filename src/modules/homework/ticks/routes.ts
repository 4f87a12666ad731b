import { announce } from '#platform/outbox/announce.ts';
import { studentTopic } from '#platform/outbox/topics.ts';
import { platformProblem } from '#platform/problem.ts';
import { serve } from '#platform/serve.ts';
import { homeworkTicked } from '../events.ts';
import { tickHomework } from './contract.ts';
import { tickPolicy } from './policy.ts';
import { writeTick } from './queries.ts';

export const tickRoutes = [
  serve(tickHomework, {
    policy: tickPolicy,
    async run({ tx, actor, params: { studentId, homeworkId }, body, platform }) {
      const now = platform.clock.schoolNow().toISOString();
      const doneAt = body.isDone ? now : null;
      const outcome = await tx.text(writeTick, [actor.schoolId, studentId, homeworkId, doneAt, now]);
      if (outcome === null) throw platformProblem('notFound');
      if (outcome === 'changed')
        await announce(tx, {
          name: homeworkTicked,
          topics: [studentTopic(studentId)],
          payload: { studentId, homeworkId, isDone: body.isDone },
        });
      return null;
    },
  }),
];

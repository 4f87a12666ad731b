import { mayWriteSetUp, readsSetUp } from '#modules/organisation/index.ts';
import { serve } from '#platform/serve.ts';
import { type Checklist, getChecklist } from './contract.ts';
import { checklistFacts } from './queries.ts';
import { type SetUpFacts, stepsOf } from './rules.ts';

type Read = Omit<Checklist, 'steps' | 'mayWrite'> & { readonly facts: SetUpFacts };

export const checklistRoutes = [
  serve(getChecklist, {
    policy: readsSetUp,
    async run({ tx, actor }) {
      const text = await tx.text(checklistFacts, [actor.schoolId, actor.today]);
      const { facts, ...read } = JSON.parse(text ?? '{}') as Read;
      return { ...read, steps: [...stepsOf(facts)], mayWrite: mayWriteSetUp(actor) };
    },
  }),
];

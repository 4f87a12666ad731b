import { inSchool } from '#platform/access.ts';
import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { serve, type AnyTx } from '#platform/serve.ts';
import { sendTable } from '#platform/spreadsheet/index.ts';
import {
  exportPeople,
  getPeopleFrame,
  listPeople,
  type ListedPerson,
  type PeopleFilter,
} from './contract.ts';
import { arranged } from './list-rules.ts';
import { mayWritePeople, peopleFence, readsPeople } from './policy.ts';
import { frameStatement, peopleStatement } from './queries.ts';
import { peopleTable } from './table-facts.ts';

const firstOnes = 100;

export const peopleRoutes = [
  serve(getPeopleFrame, {
    policy: readsPeople,
    read: {
      statement: frameStatement,
      values: ({ actor }) => [actor.schoolId, actor.today, actor.accountId, mayWritePeople(actor)],
    },
  }),
  serve(listPeople, {
    policy: readsPeople,
    async run({ tx, actor, query }) {
      const { limit = firstOnes, ...filter } = query;
      const people = arranged(await peopleOf(tx, actor, filter), filter);
      return { today: actor.today, total: people.length, people: people.slice(0, limit) };
    },
  }),
  serve(exportPeople, {
    policy: readsPeople,
    async handle({ actor, platform, query }, reply) {
      const { format, language = 'ru', ...filter } = query;
      const fence = peopleFence(actor);
      if (fence === null) return;
      const people = await inSchool(platform, fence, async (tx) => {
        const all = arranged(await peopleOf(tx, actor, filter), filter);
        await recordAct(tx, {
          ...actor,
          action: 'roster.exportPeople',
          subject: { ...filter, format, rows: all.length },
        });
        return all;
      });
      const table = peopleTable(people, language);
      await sendTable(reply, table, { name: `${table.name} ${actor.today}`, format });
    },
  }),
];

async function peopleOf(tx: AnyTx, actor: Actor, filter: PeopleFilter): Promise<readonly ListedPerson[]> {
  const { kind = null, classId = null, status = 'current' } = filter;
  const text = await tx.text(peopleStatement, [actor.schoolId, actor.today, kind, classId, status]);
  return JSON.parse(text ?? '[]') as ListedPerson[];
}

import { inSchool } from '#platform/access.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { serve } from '#platform/serve.ts';
import { sendTable } from '#platform/spreadsheet/index.ts';
import { peopleFence, readsPeople } from '../people/policy.ts';
import { exportLoad, getLoad, type Load } from './contract.ts';
import { mayWriteLoad } from './policy.ts';
import { loadStatement } from './queries.ts';
import { loadTable } from './table-facts.ts';

export const loadRoutes = [
  serve(getLoad, {
    policy: readsPeople,
    read: {
      statement: loadStatement,
      values: ({ actor }) => [actor.schoolId, actor.today, mayWriteLoad(actor)],
    },
  }),
  serve(exportLoad, {
    policy: readsPeople,
    async handle({ actor, platform, query }, reply) {
      const fence = peopleFence(actor);
      if (fence === null) return;
      const { format, language = 'ru', order = 'class' } = query;
      const load = await inSchool(platform, fence, async (tx) => {
        const text = await tx.text(loadStatement, [actor.schoolId, actor.today, false]);
        const read = JSON.parse(text ?? '{}') as Load;
        const subject = { order, format, rows: read.pages.length };
        await recordAct(tx, { ...actor, action: exportLoad.id, subject });
        return read;
      });
      const table = loadTable(load, { language, order });
      await sendTable(reply, table, { name: `${table.name} ${actor.today}`, format });
    },
  }),
];

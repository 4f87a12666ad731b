import { inSchool } from '#platform/access.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { platformProblem } from '#platform/problem.ts';
import { serve } from '#platform/serve.ts';
import { sendTable } from '#platform/spreadsheet/index.ts';
import { mayWriteLoad, writesLoad } from '../load/policy.ts';
import { peopleFence, readsClass, readsPeople } from '../people/policy.ts';
import { openClass, setHomeroom } from './commands.ts';
import {
  type ClassList,
  type ClassPage,
  exportClass,
  exportClasses,
  getClass,
  listClasses,
  openClass as openClassEndpoint,
  setHomeroom as setHomeroomEndpoint,
} from './contract.ts';
import { classListStatement, classStatement } from './queries.ts';
import { classesTable, classTable } from './table-facts.ts';

export const classRoutes = [
  serve(openClassEndpoint, {
    policy: writesLoad,
    run: ({ tx, actor, body, key }) => openClass(tx, actor, { wish: body, key }),
  }),
  serve(setHomeroomEndpoint, {
    policy: writesLoad,
    run: ({ tx, actor, params, body }) => setHomeroom(tx, actor, { classId: params.classId, wish: body }),
  }),
  serve(listClasses, {
    policy: readsPeople,
    read: {
      statement: classListStatement,
      values: ({ actor, query }) => [
        actor.schoolId,
        actor.today,
        query.date ?? actor.today,
        mayWriteLoad(actor),
      ],
    },
  }),
  serve(getClass, {
    policy: readsClass,
    read: {
      statement: classStatement,
      values: ({ actor, params, query }) => [
        actor.schoolId,
        params.classId,
        actor.today,
        query.date ?? actor.today,
      ],
    },
  }),
  serve(exportClasses, {
    policy: readsPeople,
    async handle({ actor, platform, query }, reply) {
      const fence = peopleFence(actor);
      if (fence === null) return;
      const { format, language = 'ru', date = actor.today } = query;
      const list = await inSchool(platform, fence, async (tx) => {
        const text = await tx.text(classListStatement, [actor.schoolId, actor.today, date, false]);
        await recordAct(tx, { ...actor, action: exportClasses.id, subject: { date, format } });
        return JSON.parse(text ?? '{}') as ClassList;
      });
      const table = classesTable(list, language);
      await sendTable(reply, table, { name: `${table.name} ${date}`, format });
    },
  }),
  serve(exportClass, {
    policy: readsPeople,
    async handle({ actor, platform, params: { classId }, query }, reply) {
      const fence = peopleFence(actor);
      if (fence === null) return;
      const { format, language = 'ru', date = actor.today } = query;
      const page = await inSchool(platform, fence, async (tx) => {
        const text = await tx.text(classStatement, [actor.schoolId, classId, actor.today, date]);
        if (text === null) throw platformProblem('notFound');
        const read = JSON.parse(text) as ClassPage;
        const subject = { classId, date, format, rows: read.students.length };
        await recordAct(tx, { ...actor, action: exportClass.id, subject });
        return read;
      });
      const table = classTable(page, language);
      await sendTable(reply, table, { name: `${table.name} ${date}`, format });
    },
  }),
];

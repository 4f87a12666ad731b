import { inSchool } from '#platform/access.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { platformProblem, refuse } from '#platform/problem.ts';
import { sendFile } from '#platform/send-file.ts';
import { serve } from '#platform/serve.ts';
import { className, mayWritePeople, readsClass, writesPeople } from '#modules/roster/index.ts';
import { registerPaper } from '../signing/commands.ts';
import { consentsOfClass, consentsOfStudents, standpointOf } from '../signing/queries.ts';
import { standingOf } from '../signing/rules.ts';
import { blankPdf } from '../blank-pdf.ts';
import { blanksOf } from './blank-facts.ts';
import * as contract from './contract.ts';
import { classConsents } from './facts.ts';
import { blankHead, type BlankHead, type ClassHead } from './queries.ts';

export const officeRoutes = [
  serve(contract.getClassConsents, {
    policy: readsClass,
    async run({ tx, actor, params: { classId } }) {
      const read = await consentsOfClass(tx, actor, classId);
      return classConsents(read, headOf(read), { today: actor.today, mayRegister: mayWritePeople(actor) });
    },
  }),
  serve(contract.registerPaper, {
    policy: writesPeople,
    async run({ tx, actor, params: { studentId }, body, platform }) {
      await registerPaper(tx, actor, { studentId, paper: body, now: platform.clock.schoolNow() });
      const { purposes, students } = await consentsOfStudents(tx, actor, [studentId]);
      const purpose = purposes.find(({ id }) => id === body.purposeId);
      const [student] = students;
      if (!purpose || !student) throw platformProblem('notFound');
      return { state: standingOf(standpointOf(student, purpose, actor.today)).state };
    },
  }),
  serve(contract.printBlanks, {
    policy: readsClass,
    async handle({ actor, platform, params: { classId }, body: { purposeId, studentIds } }, reply) {
      const fence = { schoolId: actor.schoolId, studentIds: '*' } as const;
      const { head, blanks, title } = await inSchool(platform, fence, async (tx) => {
        const read = await consentsOfClass(tx, actor, classId);
        const { schoolClass } = headOf(read);
        const purpose = read.purposes.find(({ id }) => id === purposeId);
        if (!purpose) throw platformProblem('notFound');
        const chosen = read.students.filter(({ id }) => studentIds.includes(id));
        if (chosen.length !== studentIds.length) refuse('consents.notListed', undefined, 422);
        const persons = chosen.flatMap(({ id, guardians }) => [id, ...guardians.map((one) => one.id)]);
        const text = await tx.text(blankHead, [actor.schoolId, persons, actor.today]);
        const known = JSON.parse(text ?? '{}') as BlankHead;
        const subject = { purposeId, version: purpose.version, classId, students: studentIds };
        await recordAct(tx, { ...actor, action: contract.printBlanks.id, subject });
        const name = className(schoolClass);
        return {
          head: known,
          title: `${purpose.title}, ${name}`,
          blanks: blanksOf({ purpose, students: chosen, contacts: known.contacts }, name, actor.today),
        };
      });
      platform.sealer.wake();
      const pdf = await blankPdf({ ...head, title, blanks });
      const name = `Согласие ${title} ${actor.today}.pdf`;
      await sendFile(reply, pdf, { name, type: 'application/pdf' });
    },
  }),
];

function headOf({ head }: { readonly head?: ClassHead | null }): ClassHead {
  if (!head) throw platformProblem('notFound');
  return head;
}

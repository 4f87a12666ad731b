import type { FastifyReply } from 'fastify';
import { inSchool } from '#platform/access.ts';
import type { Actor, IncomingRequest } from '#platform/actor.ts';
import type { Platform } from '#platform/platform.ts';
import { platformProblem, refuse } from '#platform/problem.ts';
import { sendFile } from '#platform/send-file.ts';
import { serve, type AnyTx } from '#platform/serve.ts';
import { className, fullName, listName } from '#modules/roster/index.ts';
import { partsOf } from '../identity-parts.ts';
import { knownAccess } from './known-access-queries.ts';
import { issueSlips, type SlipHolder } from './commands.ts';
import { getClassAccess, getStaffAccess, issueClassSlips, issueStaffSlips } from './contract.ts';
import {
  isSchoolAdmin,
  issuesClassSlips,
  issuesStaffSlips,
  mayIssueForClass,
  readsClassAccess,
  readsStaffAccess,
} from './policy.ts';
import { classPeople, staffPeople, type ClassPeople, type Names, type StaffPeople } from './queries.ts';
import { slipPdf } from '../slip-pdf.ts';
import { en } from '../slip-words-en.ts';
import { ru, type SlipWords } from '../slip-words-ru.ts';

export const accessSlipRoutes = [
  serve(getClassAccess, {
    policy: readsClassAccess,
    async run({ tx, actor, platform, params }) {
      const people = await peopleOfClass(tx, actor, params.classId);
      const personIds = holdersOfClass(people, ru).map(({ names }) => names.personId);
      const holding = people.roleHolders;
      const { described } = await knownAccess(partsOf(platform), tx, { actor, personIds, holding });
      const mayIssue = mayIssueForClass(actor, params.classId);
      return {
        schoolClass: people.schoolClass,
        students: people.students.map(({ student, guardians }) => ({
          student: described(student, mayIssue),
          guardians: guardians.map(({ kinship, guardian }) => ({
            kinship,
            guardian: described(guardian, mayIssue),
          })),
        })),
      };
    },
  }),
  serve(getStaffAccess, {
    policy: readsStaffAccess,
    async run({ tx, actor, platform }) {
      const { staff, roleHolders: holding } = await peopleOfStaff(tx, actor);
      const personIds = staff.map(({ person }) => person.personId);
      const { described } = await knownAccess(partsOf(platform), tx, { actor, personIds, holding });
      return {
        staff: staff.map(({ position, person }) => ({
          position,
          person: described(person, isSchoolAdmin(actor)),
        })),
      };
    },
  }),
  serve(issueClassSlips, {
    policy: issuesClassSlips,
    async handle({ actor, platform, params, body, request }, reply) {
      const words = body.language === 'en' ? en : ru;
      await issued({ actor, platform, request, reply, words, personIds: body.personIds }, async (tx) => {
        const people = await peopleOfClass(tx, actor, params.classId);
        return {
          schoolName: people.schoolName,
          whose: className(people.schoolClass),
          listed: holdersOfClass(people, words),
        };
      });
    },
  }),
  serve(issueStaffSlips, {
    policy: issuesStaffSlips,
    async handle({ actor, platform, body, request }, reply) {
      const words = body.language === 'en' ? en : ru;
      await issued({ actor, platform, request, reply, words, personIds: body.personIds }, async (tx) => {
        const { schoolName, staff } = await peopleOfStaff(tx, actor);
        const listed = staff.map(({ position, person }) => ({
          names: person,
          whose: position,
          title: words.journalTitle,
          loginKind: 'initials' as const,
        }));
        return { schoolName, whose: words.staff, listed };
      });
    },
  }),
];

/** Somebody on a list, as the slip calls them. */
type Listed = Pick<SlipHolder, 'names' | 'loginKind'> & { readonly whose: string; readonly title: string };

type Issuing = {
  readonly actor: Actor;
  readonly platform: Platform;
  readonly request: IncomingRequest;
  readonly reply: FastifyReply;
  readonly words: SlipWords;
  readonly personIds: readonly string[];
};

type List = { readonly schoolName: string; readonly whose: string; readonly listed: readonly Listed[] };

/** All slips or none, in the order of the list. The secrets exist in the answer alone. */
async function issued(issuing: Issuing, readList: (tx: AnyTx) => Promise<List>): Promise<void> {
  const { actor, platform, request, reply, words, personIds } = issuing;
  const parts = partsOf(platform);
  const fence = { schoolId: actor.schoolId, studentIds: '*' } as const;
  const { list, access } = await inSchool(platform, fence, async (tx) => ({
    list: await readList(tx),
    access: await knownAccess(parts, tx, { actor, personIds }),
  }));
  const chosen = list.listed.filter(({ names }) => personIds.includes(names.personId));
  const missing = personIds.find((personId) => chosen.every(({ names }) => names.personId !== personId));
  if (missing !== undefined) refuse('accessSlips.notListed', { personId: missing });
  for (const personId of personIds) {
    const why = access.refusalOf(personId);
    if (why !== null) refuse('accessSlips.refused', { personId, why });
  }
  const holders = chosen.map(({ names, loginKind }) => ({
    names,
    loginKind,
    account: access.accountOf(names.personId),
  }));
  const now = parts.clock.now();
  const { slips, expiresAt } = await parts.database.identity((tx) =>
    issueSlips(tx, actor, { holders, slipKey: parts.slipKey, now }),
  );
  platform.sealer.wake();
  const pdf = await slipPdf({
    origin: `${request.protocol}://${request.host}`,
    until: words.until(expiresAt.toLocaleDateString(words === ru ? 'ru' : 'en')),
    words,
    slips: slips.map((slip, at) => ({
      ...slip,
      schoolName: list.schoolName,
      title: chosen[at]?.title ?? '',
      name: fullName(chosen[at]?.names ?? nobody),
      whose: chosen[at]?.whose ?? '',
    })),
  });
  await sendFile(reply, pdf, {
    name: `${words.fileName(list.whose)} ${actor.today}.pdf`,
    type: 'application/pdf',
  });
}

const nobody = { lastName: '', firstName: '', middleName: null };

async function peopleOfClass(tx: AnyTx, actor: Actor, classId: string): Promise<ClassPeople> {
  const text = await tx.text(classPeople, [actor.schoolId, classId, actor.today]);
  if (text === null) throw platformProblem('notFound');
  return JSON.parse(text) as ClassPeople;
}

async function peopleOfStaff(tx: AnyTx, actor: Actor): Promise<StaffPeople> {
  const text = await tx.text(staffPeople, [actor.schoolId, actor.today]);
  return JSON.parse(text ?? '{"schoolName": "", "staff": []}') as StaffPeople;
}

/** Each student before its guardians; a guardian of two children of the class once. */
function holdersOfClass({ schoolClass, students }: ClassPeople, words: SlipWords): readonly Listed[] {
  const name = className(schoolClass);
  const listed = new Map<string, Listed>();
  const add = (names: Names, rest: Omit<Listed, 'names'>) => {
    if (!listed.has(names.personId)) listed.set(names.personId, { names, ...rest });
  };
  for (const { student, guardians } of students) {
    add(student, { whose: name, title: words.title, loginKind: 'firstName' });
    for (const { kinship, guardian } of guardians) {
      const whose = words.guardian(words.kinships[kinship] ?? kinship, listName(student), name);
      add(guardian, { whose, title: words.title, loginKind: 'initials' });
    }
  }
  return [...listed.values()];
}

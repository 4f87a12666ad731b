import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { statement } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import { announce } from '#platform/outbox/announce.ts';
import { classTopic, peopleTopic, studentTopic, type Topic } from '#platform/outbox/topics.ts';
import { platformProblem, refuse } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import { consentsChanged } from '../events.ts';
import {
  type AskedPurpose,
  consentsOfStudents,
  type KnownWord,
  standpointOf,
  type StudentFacts,
} from './queries.ts';
import {
  isEntitled,
  latestWords,
  ownWord,
  signingKinships,
  type SignedWord,
  type SigningWay,
  studentSignsFrom,
} from './rules.ts';

export type Answer = {
  readonly purposeId: string;
  readonly studentId: string;
  readonly word: SignedWord;
  /** The text that was shown. */
  readonly version: number;
};

/**
 * The word of who is signed in, about oneself or a child. Said twice it is answered as done. Refuses with
 * `consents.notAsked`, `consents.textChanged`, `consents.tooYoung`, `consents.grownUp`, `consents.notNow`.
 */
export async function answer(
  tx: AnyTx,
  actor: Actor,
  { wish, now }: { readonly wish: Answer; readonly now: Date },
): Promise<void> {
  const isSelf = actor.students.some((one) => one.studentId === wish.studentId && one.kinship === 'self');
  if (!isSelf && !mayAnswerFor(actor, wish.studentId)) throw platformProblem('notFound');
  const { student, purpose } = await held(tx, actor, { ...wish, signerId: actor.personId });
  const isGuardian = student.guardians.some(({ id }) => id === actor.personId);
  if (!isSelf && !isGuardian) throw platformProblem('notFound');
  const { word } = wish;
  const at = standpointOf(student, purpose, actor.today);
  if (!isEntitled(actor.personId, at))
    refuse(isSelf ? 'consents.tooYoung' : 'consents.grownUp', undefined, 403);
  const isStopped = !purpose.isAsked || !student.isEnrolled;
  if (isStopped && word !== 'withdrawn') refuse('consents.notAsked', undefined, 409);
  if (word === 'yes' && wish.version !== purpose.version) refuse('consents.textChanged', undefined, 409);
  const last = latestWords(at.said).get(actor.personId);
  const { acts } = ownWord(actor.personId, at);
  if (!acts.includes(word)) {
    if (last?.word === word) return;
    refuse('consents.notNow', undefined, 409);
  }
  await write(tx, actor, {
    ...wish,
    version: word === 'withdrawn' ? (last?.version ?? purpose.version) : purpose.version,
    signerId: actor.personId,
    way: 'electronic',
    signedOn: actor.today,
    now,
    receivedBy: null,
  });
}

/** Who reads a child's consents as its family: with the scope `documents`, by a kinship that signs. */
export const mayAnswerFor = ({ students }: Actor, studentId: string): boolean =>
  students.some(
    (one) =>
      one.studentId === studentId && signingKinships.includes(one.kinship) && one.scope.includes('documents'),
  );

export type Paper = {
  readonly purposeId: string;
  readonly version: number;
  readonly signerId: string;
  readonly word: SignedWord;
  readonly signedOn: string;
  readonly receivedBy: string;
};

/**
 * A signed paper the school has received. Refuses with `consents.dayAhead`, `consents.notEntitled`,
 * `consents.unknownText`, `consents.unknownReceiver`, `consents.nothingToWithdraw`.
 */
export async function registerPaper(
  tx: AnyTx,
  actor: Actor,
  { studentId, paper, now }: { readonly studentId: string; readonly paper: Paper; readonly now: Date },
): Promise<void> {
  const { student, purpose } = await held(tx, actor, { ...paper, studentId });
  if (!student.isEnrolled) throw platformProblem('notFound');
  if (paper.signedOn > actor.today) refuse('consents.dayAhead', { today: actor.today });
  const at = standpointOf(student, purpose, actor.today);
  const tooEarly =
    paper.signerId === studentId && paper.signedOn < (studentSignsFrom(student.birthDate) ?? '');
  if (!isEntitled(paper.signerId, at) || tooEarly) refuse('consents.notEntitled');
  if (paper.version > purpose.version) refuse('consents.unknownText');
  if ((await tx.text(worksHere, [tx.schoolId, paper.receivedBy, actor.today])) === null)
    refuse('consents.unknownReceiver');
  const own = at.said.filter(({ signerId }) => signerId === paper.signerId);
  if (paper.word === 'withdrawn' && own.every(({ word }) => word !== 'yes'))
    refuse('consents.nothingToWithdraw');
  const isThis = (one: KnownWord) =>
    one.way === 'paper' &&
    one.word === paper.word &&
    one.signedOn === paper.signedOn &&
    one.version === paper.version;
  // Entered twice it is one; but a new paper after another word of the same day is another.
  const last = own.at(-1);
  const isKnown = own.some(isThis) && last !== undefined && (isThis(last) || last.signedOn > paper.signedOn);
  if (!isKnown) await write(tx, actor, { ...paper, studentId, way: 'paper', now });
}

/** The signer, one at a time; the purpose, whose text stays meanwhile. */
async function held(
  tx: AnyTx,
  actor: Actor,
  of: { readonly purposeId: string; readonly studentId: string; readonly signerId: string },
): Promise<{ readonly student: StudentFacts; readonly purpose: AskedPurpose }> {
  await tx.rows(holdSigner, [tx.schoolId, of.signerId]);
  await tx.rows(holdPurpose, [tx.schoolId, of.purposeId]);
  const facts = await consentsOfStudents(tx, actor, [of.studentId]);
  const student = facts.students[0];
  const purpose = facts.purposes.find(({ id }) => id === of.purposeId);
  if (!student || !purpose) throw platformProblem('notFound');
  return { student, purpose };
}

type Written = Answer & {
  readonly signerId: string;
  readonly way: SigningWay;
  readonly signedOn: string;
  readonly receivedBy: string | null;
  readonly now: Date;
};

async function write(tx: AnyTx, actor: Actor, one: Written): Promise<void> {
  const id = uuidv7();
  const { purposeId, version, studentId, signerId, word, way, signedOn, receivedBy, now } = one;
  await tx.run(insertDecision, [
    tx.schoolId,
    id,
    purposeId,
    version,
    studentId,
    signerId,
    word,
    way,
    signedOn,
    now,
    actor.accountId,
    receivedBy,
    way === 'paper' ? actor.personId : null,
  ]);
  const subject = { id, purposeId, version, studentId, signerId, word, way, signedOn, receivedBy };
  const action = way === 'paper' ? 'consents.registerPaper' : 'consents.answer';
  await recordAct(tx, { ...actor, action, subject });
  const classId = await tx.text(classOf, [tx.schoolId, studentId, actor.today]);
  const ofClass: readonly Topic[] = classId === null ? [] : [classTopic(classId)];
  const topics: readonly Topic[] = [peopleTopic, studentTopic(studentId), ...ofClass];
  await announce(tx, { name: consentsChanged, topics, payload: {} });
}

// A signer, kept from others; primary key.
const holdSigner = statement(
  'consents.holdSigner',
  'select id from roster.person where school_id = $1::int and id = $2::uuid for update',
);

// A purpose, kept from who would change its text; primary key.
const holdPurpose = statement(
  'consents.holdPurpose',
  'select id from consents.purpose where school_id = $1::int and id = $2::uuid for share',
);

// Whether somebody works at the school; the key of staff and role_grant_person.
const worksHere = statement(
  'consents.worksHere',
  `select 'yes' where exists (select from roster.staff f where f.school_id = $1::int and f.person_id = $2::uuid
      and f.start_date <= $3::date and (f.end_date is null or f.end_date >= $3::date))
    or exists (select from identity.role_grant r where r.school_id = $1::int and r.person_id = $2::uuid
      and r.start_date <= $3::date and (r.end_date is null or r.end_date >= $3::date))`,
);

// The class a student ($2) is in on a day ($3); group_membership_student.
const classOf = statement(
  'consents.classOf',
  `select gc.class_id::text from roster.group_membership m
   join roster.study_group u on u.school_id = $1::int and u.id = m.group_id and u.kind = 'class'
   join roster.group_class gc on gc.school_id = $1::int and gc.group_id = u.id
   where m.school_id = $1::int and m.student_id = $2::uuid and m.start_date <= $3::date
     and (m.end_date is null or m.end_date >= $3::date) limit 1`,
);

const insertDecision = statement(
  'consents.writeDecision',
  `insert into consents.decision (school_id, id, purpose_id, text_version, student_id, signer_id, word, way, signed_on,
     made_at, account_id, received_by, recorded_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

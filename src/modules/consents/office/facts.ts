import { type AskedPurpose, type ConsentFacts, standpointOf, type StudentFacts } from '../signing/queries.ts';
import { ageOn, isEntitled, latestWords, standingOf, studentSignsFrom } from '../signing/rules.ts';
import type { ClassConsents, ClassStanding, ClassStudent } from './contract.ts';
import type { ClassHead } from './queries.ts';

/** A class as the office and its homeroom teacher see it. */
export function classConsents(
  { purposes, students }: ConsentFacts,
  { schoolClass, receivers }: ClassHead,
  at: { readonly today: string; readonly mayRegister: boolean },
): ClassConsents {
  const asked = purposes.filter(({ isAsked }) => isAsked);
  return {
    ...at,
    schoolClass,
    receivers: [...receivers],
    purposes: asked.map(({ id, code, title, version }) => ({ id, code, title, version })),
    students: students.map((student) => studentOf(student, asked, at.today)),
  };
}

function studentOf(student: StudentFacts, asked: readonly AskedPurpose[], today: string): ClassStudent {
  const { id, lastName, firstName, middleName, birthDate, guardians } = student;
  const { stage } = ageOn(birthDate, today);
  const self = { id, lastName, firstName, middleName, kinship: 'self' };
  return {
    id,
    lastName,
    firstName,
    middleName,
    birthDate,
    stage,
    signsFrom: studentSignsFrom(birthDate),
    signers: [...(stage === 'adult' ? [] : guardians), ...(stage === 'child' ? [] : [self])],
    consents: asked.map((purpose) => standing(student, purpose, today)),
  };
}

function standing(student: StudentFacts, purpose: AskedPurpose, today: string): ClassStanding {
  const at = standpointOf(student, purpose, today);
  const latest = latestWords(at.said);
  const words = student.said.filter(
    (one) =>
      one.purposeId === purpose.id &&
      isEntitled(one.signerId, at) &&
      latest.get(one.signerId)?.madeAt === one.madeAt,
  );
  return {
    purposeId: purpose.id,
    ...standingOf(at),
    words: words.map(({ signerId, word, way, version, signedOn }) => ({
      signerId,
      word,
      way,
      version,
      signedOn,
    })),
  };
}

import type { FamilyConsent, FamilyStudent, SaidLine, Whose } from './facts.ts';
import {
  type AskedPurpose,
  type ConsentFacts,
  type KnownWord,
  standpointOf,
  type StudentFacts,
} from './queries.ts';
import { ageOn, isEntitled, latestWords, ownWord, standingOf } from './rules.ts';

type Reader = { readonly personId: string; readonly today: string; readonly timeZone: string };

/** What a family reads of its students: nobody's name but the student's, nobody's contacts. */
export function familyStudents(
  { purposes, students, timeZone }: ConsentFacts,
  { personId, today }: Omit<Reader, 'timeZone'>,
): readonly FamilyStudent[] {
  const reader = { personId, today, timeZone };
  return students.map((student) => {
    const { id, lastName, firstName, middleName, isEnrolled } = student;
    return {
      studentId: id,
      lastName,
      firstName,
      middleName,
      isSelf: id === personId,
      isEnrolled,
      stage: ageOn(student.birthDate, today).stage,
      consents: purposes
        .filter((purpose) => isShown(student, purpose, personId))
        .map((purpose) => consentOf(student, purpose, reader)),
    };
  });
}

/** What is asked of who is at the school; else what one has signed oneself, so that it can be withdrawn. */
function isShown(
  { isEnrolled, said }: StudentFacts,
  { id, isAsked }: AskedPurpose,
  personId: string,
): boolean {
  if (isEnrolled && isAsked) return true;
  return latestWords(said.filter(({ purposeId }) => purposeId === id)).get(personId)?.word === 'yes';
}

function consentOf(student: StudentFacts, purpose: AskedPurpose, reader: Reader): FamilyConsent {
  const at = standpointOf(student, purpose, reader.today);
  const said = student.said.filter(({ purposeId }) => purposeId === purpose.id);
  const lines = said.map((one) => lineOf(one, student, { ...reader, isPast: !isEntitled(one.signerId, at) }));
  const latest = latestWords(said);
  const isOpen = student.isEnrolled && purpose.isAsked;
  const own = ownWord(reader.personId, at);
  return {
    ...standingOf(at),
    purposeId: purpose.id,
    code: purpose.code,
    title: purpose.title,
    body: purpose.body,
    version: purpose.version,
    textFrom: dayIn(reader.timeZone, purpose.madeAt),
    isAskedOfYou: isOpen && own.isAsked,
    acts: isOpen ? own.acts : own.acts.filter((word) => word === 'withdrawn'),
    words: lines.filter((line, at_) => !line.isPast && latest.get(said[at_]?.signerId ?? '') === said[at_]),
    history: lines.toReversed(),
  };
}

function lineOf(
  { signerId, word, way, version, signedOn }: KnownWord,
  { id }: StudentFacts,
  { personId, isPast }: Reader & { readonly isPast: boolean },
): SaidLine {
  const whose: Whose = signerId === personId ? 'you' : signerId === id ? 'student' : 'guardian';
  return { whose, word, way, version, signedOn, isPast };
}

const dayIn = (timeZone: string, moment: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(moment));

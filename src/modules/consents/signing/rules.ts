import { addDays } from '#modules/organisation/calendar/rules.ts';

export const signedWords = ['yes', 'no', 'withdrawn'] as const;
export type SignedWord = (typeof signedWords)[number];
export const signingWays = ['electronic', 'paper'] as const;
export type SigningWay = (typeof signingWays)[number];

/** Guardians who sign for a student; grandparents and others do not, whatever they may see. */
export const signingKinships: readonly string[] = ['mother', 'father', 'guardian'];

/** Who signs: until 14 a guardian, from 14 a guardian and the student, from 18 the student alone. */
export const stages = ['child', 'teen', 'adult'] as const;
export type Stage = (typeof stages)[number];

export type Age = {
  readonly stage: Stage;
  /** The birthday it began on; null = since birth, or the birthday is not known. */
  readonly since: string | null;
  /** The last day on which what was decided under the stage before still stands. */
  readonly graceUntil: string | null;
};

export const graceDays = 30;
const teenAt = 14;
const adultAt = 18;

/** The day somebody becomes so many years old; who was born on 29 February, on 1 March of a common year. */
export function birthdayAt(birthDate: string, years: number): string {
  const year = Number(birthDate.slice(0, 4)) + years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const day = birthDate.slice(5) === '02-29' && !isLeap ? '03-01' : birthDate.slice(5);
  return `${year}-${day}`;
}

/** How old a student is in the eyes of consents, on a date of the school. Without a birthday a guardian signs. */
export function ageOn(birthDate: string | null, today: string): Age {
  if (birthDate === null) return { stage: 'child', since: null, graceUntil: null };
  for (const [stage, years] of [
    ['adult', adultAt],
    ['teen', teenAt],
  ] as const) {
    const since = birthdayAt(birthDate, years);
    if (today < since) continue;
    const last = addDays(since, graceDays);
    return { stage, since, graceUntil: today <= last ? last : null };
  }
  return { stage: 'child', since: null, graceUntil: null };
}

/** The first day a student may sign; null = never yet known. */
export const studentSignsFrom = (birthDate: string | null): string | null =>
  birthDate === null ? null : birthdayAt(birthDate, teenAt);

/** One word somebody said about one purpose and one student. */
export type Said = {
  readonly signerId: string;
  readonly word: SignedWord;
  readonly version: number;
  readonly signedOn: string;
  readonly madeAt: string;
};

export type Signers = {
  readonly studentId: string;
  /** With a right that stands today, its scope `documents`, and a kinship that signs. */
  readonly guardianIds: readonly string[];
};

export const consentStates = ['stands', 'forNow', 'again', 'refused', 'waits'] as const;
/**
 * `stands`, `forNow` = the former decision goes on until the grace ends; both open the purpose. `again` = everybody said
 * «yes», but to an earlier text or before coming of age. `refused` = somebody entitled said no. `waits` = a word is missing.
 */
export type ConsentState = (typeof consentStates)[number];

export type Standing = {
  readonly state: ConsentState;
  /** The last day of `forNow`. */
  readonly until: string | null;
  /** Whose word is still missing: one guardian, the student. */
  readonly awaits: { readonly guardian: boolean; readonly student: boolean };
};

export type Standpoint = {
  readonly age: Age;
  readonly signers: Signers;
  readonly said: readonly Said[];
  /** A «yes» to a text before this one is to be given anew. */
  readonly freshFrom: number;
};

/** What stands for a student on a day. */
export function standingOf(at: Standpoint): Standing {
  const now = byStage(at, at.age.stage);
  if (now.state === 'stands' || now.state === 'refused' || at.age.graceUntil === null) return now;
  const before = byStage(at, at.age.stage === 'adult' ? 'teen' : 'child');
  return before.state === 'stands' ? { ...now, state: 'forNow', until: at.age.graceUntil } : now;
}

type Part = 'yes' | 'old' | 'no' | 'none';

function byStage(at: Standpoint, stage: Stage): Standing {
  const latest = latestWords(at.said);
  const student = partOf([at.signers.studentId], { ...at, latest, isAdult: stage === 'adult' });
  const guardian = partOf(at.signers.guardianIds, { ...at, latest, isAdult: false });
  const parts = [...(stage === 'adult' ? [] : [guardian]), ...(stage === 'child' ? [] : [student])];
  const nobody = { guardian: false, student: false };
  if (parts.includes('no')) return { state: 'refused', until: null, awaits: nobody };
  const awaits = {
    guardian: stage !== 'adult' && guardian !== 'yes',
    student: stage !== 'child' && student !== 'yes',
  };
  if (!awaits.guardian && !awaits.student) return { state: 'stands', until: null, awaits };
  return { state: parts.includes('none') ? 'waits' : 'again', until: null, awaits };
}

/** What some signers of one part have said together: one «no» outweighs, else one «yes» is enough. */
function partOf(
  ids: readonly string[],
  at: Standpoint & { readonly latest: ReadonlyMap<string, Said>; readonly isAdult: boolean },
): Part {
  const words = ids.flatMap((id) => at.latest.get(id) ?? []);
  if (words.some(({ word }) => word !== 'yes')) return 'no';
  if (words.length === 0) return 'none';
  const { since } = at.age;
  const counts = (one: Said) => isFresh(one, at.freshFrom) && !(at.isAdult && isBefore(one, since));
  return words.some((one) => counts(one)) ? 'yes' : 'old';
}

const isFresh = ({ version }: Said, freshFrom: number) => version >= freshFrom;
const isBefore = ({ signedOn }: Said, since: string | null) => since !== null && signedOn < since;

/** The last word of each signer: by the date it was signed on, then by the moment it came in. */
export function latestWords(said: readonly Said[]): ReadonlyMap<string, Said> {
  const latest = new Map<string, Said>();
  for (const one of said) {
    const known = latest.get(one.signerId);
    if (known === undefined || isLater(one, known)) latest.set(one.signerId, one);
  }
  return latest;
}

const isLater = (one: Said, than: Said) =>
  one.signedOn === than.signedOn ? one.madeAt >= than.madeAt : one.signedOn > than.signedOn;

/** Whether somebody may say a word about a student today. */
export function isEntitled(signerId: string, { age, signers }: Pick<Standpoint, 'age' | 'signers'>): boolean {
  if (signerId === signers.studentId) return age.stage !== 'child';
  return age.stage !== 'adult' && signers.guardianIds.includes(signerId);
}

export type OwnWord = {
  /** What can be said now. */
  readonly acts: readonly SignedWord[];
  /** The word is missing or has to be given anew, and the purpose waits for it. */
  readonly isAsked: boolean;
};

/** What a signer may still say: yes and no at first, then the contrary, and yes anew where it no longer counts. */
export function ownWord(signerId: string, at: Standpoint): OwnWord {
  if (!isEntitled(signerId, at)) return { acts: [], isAsked: false };
  const isStudent = signerId === at.signers.studentId;
  const { awaits } = standingOf(at);
  const isAwaited = isStudent ? awaits.student : awaits.guardian;
  const last = latestWords(at.said).get(signerId);
  if (last === undefined) return { acts: ['yes', 'no'], isAsked: isAwaited };
  if (last.word !== 'yes') return { acts: ['yes'], isAsked: false };
  const isOld =
    !isFresh(last, at.freshFrom) || (isStudent && at.age.stage === 'adult' && isBefore(last, at.age.since));
  return { acts: isOld ? ['yes', 'withdrawn'] : ['withdrawn'], isAsked: isOld && isAwaited };
}

export const linkStates = ['waiting', 'linked', 'refused', 'withdrawn', 'expired'] as const;
export type LinkState = (typeof linkStates)[number];

export const linkActs = ['accept', 'refuse', 'withdraw', 'expire'] as const;
export type LinkAct = (typeof linkActs)[number];

type Step = { readonly to: LinkState; readonly by: 'office' | 'sender' | 'clock' };

/** Where each act leads from `waiting`; every other state is an end. No letter is sent: the sender's page tells. */
export const linkSteps: Readonly<Record<LinkAct, Step>> = {
  accept: { to: 'linked', by: 'office' },
  refuse: { to: 'refused', by: 'office' },
  withdraw: { to: 'withdrawn', by: 'sender' },
  expire: { to: 'expired', by: 'clock' },
};

export const requestDays = 30;
export const waitingAtMost = 3;
export const askedAtMost = 10;

export type LinkRefusal = 'links.decided' | 'links.expired' | 'links.notOverYet';

/** The state an act leads to, or why it cannot be done now. Past its days a request can only expire. */
export function linkStep(
  act: LinkAct,
  at: { readonly state: LinkState; readonly expiresAt: Date; readonly now: Date },
): { readonly to: LinkState } | { readonly refusal: LinkRefusal } {
  if (at.state !== 'waiting') return { refusal: 'links.decided' };
  const isOver = at.now.getTime() >= at.expiresAt.getTime();
  if (act === 'expire') return isOver ? { to: 'expired' } : { refusal: 'links.notOverYet' };
  return isOver ? { refusal: 'links.expired' } : { to: linkSteps[act].to };
}

export const linkKinships = ['mother', 'father', 'guardian', 'grandmother', 'grandfather', 'other'] as const;
export type LinkKinship = (typeof linkKinships)[number];
export const documentKinds = ['birthCertificate', 'guardianshipAct', 'other'] as const;
export type DocumentKind = (typeof documentKinds)[number];
export const refusalReasons = ['notConfirmed', 'documentNeeded', 'other'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What the form holds, as typed. */
export type LinkDraft = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly birthDate: string;
  readonly kinship: string;
  readonly document: string;
  readonly documentTail: string;
  readonly word: string;
};

export type LinkWish = Omit<LinkDraft, 'middleName' | 'kinship' | 'document' | 'documentTail' | 'word'> & {
  readonly middleName: string | null;
  readonly kinship: LinkKinship;
  readonly document: DocumentKind;
  readonly documentTail: string | null;
  readonly word: string | null;
};

export const longest = { name: 80, tail: 4, word: 300 } as const;
const oldestYears = 25;

export type DraftFault =
  | 'links.nameMissing'
  | 'links.birthDateImpossible'
  | 'links.kinshipMissing'
  | 'links.documentMissing'
  | 'links.tailTooLong'
  | 'links.wordTooLong';

/** The wish a form means, or the first thing that is wrong with it. */
export function linkWish(draft: LinkDraft, today: string): LinkWish | DraftFault {
  const lastName = tidy(draft.lastName);
  const firstName = tidy(draft.firstName);
  const middleName = tidy(draft.middleName);
  if ([lastName, firstName].some((name) => name === '') || draftIsLong([lastName, firstName, middleName]))
    return 'links.nameMissing';
  if (!isBirthDate(draft.birthDate, today)) return 'links.birthDateImpossible';
  const kinship = linkKinships.find((one) => one === draft.kinship);
  if (!kinship) return 'links.kinshipMissing';
  const document = documentKinds.find((one) => one === draft.document);
  if (!document) return 'links.documentMissing';
  const documentTail = tidy(draft.documentTail);
  if (documentTail.length > longest.tail) return 'links.tailTooLong';
  const word = tidy(draft.word);
  if (word.length > longest.word) return 'links.wordTooLong';
  return {
    lastName,
    firstName,
    middleName: orNull(middleName),
    birthDate: draft.birthDate,
    kinship,
    document,
    documentTail: orNull(documentTail),
    word: orNull(word),
  };
}

const tidy = (text: string) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
const orNull = (text: string) => (text === '' ? null : text);
const draftIsLong = (names: readonly string[]) => names.some((name) => name.length > longest.name);

function isBirthDate(text: string, today: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== text) return false;
  const earliest = `${Number(today.slice(0, 4)) - oldestYears}${today.slice(4)}`;
  return text < today && text > earliest;
}

import type { Letter } from '#platform/mail/letter.ts';
import type { AlarmKind } from './alarms/rules.ts';
import { codeMinutes } from './letter-codes.ts';
import { en } from './letter-words-en.ts';
import { ru } from './letter-words-ru.ts';

type Language = Letter['language'];

const words = { ru, en };

/** A code for an address to be confirmed, or for a new password. */
export function codeLetter(
  language: Language,
  { purpose, code }: { readonly purpose: 'contact' | 'recovery'; readonly code: string },
): Letter {
  const { codeLasts, ...own } = words[language];
  const isContact = purpose === 'contact';
  return {
    language,
    subject: isContact ? own.contactSubject : own.recoverySubject,
    code,
    paragraphs: [
      isContact ? own.contactText : own.recoveryText,
      codeLasts(codeMinutes),
      isContact ? own.contactUnasked : own.recoveryUnasked,
    ],
    footer: own.footer,
  };
}

/** To the address an account had until now. */
export function contactChangedLetter(language: Language): Letter {
  const { changedSubject, changedText, notYou, footer } = words[language];
  return { language, subject: changedSubject, code: null, paragraphs: [changedText, notYou], footer };
}

/** After a sign-in its owner may not know of. It has no address to open: those who fish for passwords write such letters. */
export function alarmLetter(
  language: Language,
  alarm: {
    readonly kinds: readonly AlarmKind[];
    readonly login: string;
    readonly device: string;
    readonly moment: Date;
    readonly timeZone: string;
  },
): Letter {
  const { alarmSubjects, alarmText, alarmDevice, alarmNext, footer } = words[language];
  const { kinds, login, device, moment, timeZone } = alarm;
  const kind = kinds[0] ?? 'newDevice';
  const at = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    moment,
  );
  return {
    language,
    subject: alarmSubjects[kind],
    code: null,
    paragraphs: [alarmText(login, at), ...(device === '' ? [] : [alarmDevice(device)]), alarmNext],
    footer,
  };
}

/** News that a page of the account tells in full; a letter goes through many hands, so it says no more. */
export type Notice = 'requestDecided' | 'requestEnds';

const noticePath: Readonly<Record<Notice, string>> = {
  requestDecided: '/account/children',
  requestEnds: '/account/children',
};

/** `origin` is where the school's Parta is, as its settings say; null = the letter names the page alone. */
export function noticeLetter(language: Language, notice: Notice, origin: string | null): Letter {
  const { notices, noticeAt, noticeIn, footer } = words[language];
  const { subject, text } = notices[notice];
  const where = origin === null ? noticeIn : noticeAt(`${origin}${noticePath[notice]}`);
  return { language, subject, code: null, paragraphs: [text, where], footer };
}

/** After a password was set by a code from a letter. */
export function passwordChangedLetter(language: Language, login: string): Letter {
  const { passwordSubject, passwordText, notYou, footer } = words[language];
  return {
    language,
    subject: passwordSubject,
    code: null,
    paragraphs: [passwordText(login), notYou],
    footer,
  };
}

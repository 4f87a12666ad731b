import { inject } from 'vitest';
import { lettersTo } from '#tools/mail/letters.ts';

const mail = inject('mailServer');

/** The machine's settings for letters by the real mail server. */
export const mailEnvironment = {
  PARTA_SMTP: mail.address,
  PARTA_MAIL_FROM: 'Школа № 1 <diary@school.test>',
};

/** The same with the mailbox of returned letters; null where no server sends them back (the run is not root’s). */
export const bounceEnvironment = mail.bounces && {
  ...mailEnvironment,
  PARTA_BOUNCE_ADDRESS: mail.bounces.address,
  PARTA_BOUNCE_IMAP: mail.bounces.imap,
};

/** Waits for the letters of `<name>@mail.test`. */
export const letters = (name: string, count: number) => lettersTo(mail.boxes, name, count);

/** The code in the newest of `count` letters. */
export async function codeTo(name: string, count = 1): Promise<string> {
  const last = (await letters(name, count)).at(-1);
  const code = /\b\d{6}\b/u.exec(last?.text ?? '')?.[0];
  if (code === undefined) throw new Error(`no code in «${last?.text ?? ''}»`);
  return code;
}

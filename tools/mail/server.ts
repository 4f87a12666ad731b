import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boxPassword, hasDovecot, startDovecot } from './dovecot.ts';
import { bouncesBox, domain } from './letters.ts';
import { hasOpenSmtpd, startOpenSmtpd } from './opensmtpd.ts';
import { startUnprivileged } from './unprivileged.ts';

/** A real mail server on this machine: it takes letters for `…@mail.test` and refuses everybody else's. */
export type MailServer = {
  /** For `PARTA_SMTP`. */
  readonly address: string;
  /** A folder in the form Maildir for each name before «@mail.test»; read by `lettersTo`. */
  readonly boxes: string;
  /** `PARTA_BOUNCE_ADDRESS` and `PARTA_BOUNCE_IMAP`; null where letters cannot come back (not root). */
  readonly bounces: { readonly address: string; readonly imap: string } | null;
  stop(): Promise<void>;
};

/** Starts Debian's OpenSMTPD and Dovecot as root, installed first where it may be; for everybody else a server in this process. */
export async function startMailServer(): Promise<MailServer> {
  const folder = await mkdtemp(join(tmpdir(), 'parta-mail-'));
  const boxes = join(folder, 'boxes');
  await mkdir(boxes);
  const isReal = await hasOpenSmtpd();
  const server = await (isReal ? startOpenSmtpd(boxes) : startUnprivileged(boxes));
  const reader = isReal && (await hasDovecot()) ? await startDovecot(boxes) : null;
  const login = `${bouncesBox}:${encodeURIComponent(boxPassword)}`;
  return {
    address: `smtp://127.0.0.1:${server.port}`,
    boxes,
    bounces: reader && {
      address: `${bouncesBox}@${domain}`,
      imap: `imap://${login}@127.0.0.1:${reader.port}`,
    },
    async stop() {
      await reader?.stop();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasOpenSmtpd, startOpenSmtpd } from './opensmtpd.ts';
import { startUnprivileged } from './unprivileged.ts';

/** A real mail server on this machine: it takes letters for `…@mail.test` and refuses everybody else's. */
export type MailServer = {
  /** For `PARTA_SMTP`. */
  readonly address: string;
  /** A folder in the form Maildir for each name before «@mail.test»; read by `lettersTo`. */
  readonly boxes: string;
  stop(): Promise<void>;
};

/** Starts Debian's OpenSMTPD as root, installed first where it may be; for everybody else a server in this process. */
export async function startMailServer(): Promise<MailServer> {
  const folder = await mkdtemp(join(tmpdir(), 'parta-mail-'));
  const boxes = join(folder, 'boxes');
  await mkdir(boxes);
  const server = await ((await hasOpenSmtpd()) ? startOpenSmtpd(boxes) : startUnprivileged(boxes));
  return {
    address: `smtp://127.0.0.1:${server.port}`,
    boxes,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

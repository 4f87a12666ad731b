import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canInstall, installPackage, isExecutable } from '../debian.ts';
import { bouncesBox, type ListeningServer } from './letters.ts';
import { freePort, startListening } from './listening.ts';

const program = '/usr/sbin/dovecot';
const imap = '/usr/lib/dovecot/imap';
const findProgram = () => (isExecutable(program) && isExecutable(imap) ? program : null);

/** Password of every box; the server listens on this machine alone. */
export const boxPassword = 'ящик-для-проб';

/** Debian's Dovecot, installed first where it may be; false where it is not to be had: it needs root. */
export async function hasDovecot(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  if (findProgram() !== null) return true;
  if (!canInstall()) return false;
  await installPackage('dovecot-imapd', findProgram);
  return true;
}

/** Serves the box of letters that came back by IMAP. */
export async function startDovecot(boxes: string): Promise<ListeningServer> {
  const folder = dirname(boxes);
  const port = await freePort();
  const settings = join(folder, 'dovecot.conf');
  await writeFile(settings, configuration({ folder, boxes, port }));
  return startListening('Dovecot', { program, args: ['-F', '-c', settings], port });
}

const configuration = (at: {
  readonly folder: string;
  readonly boxes: string;
  readonly port: number;
}) => `protocols = imap
base_dir = ${at.folder}/dovecot
state_dir = ${at.folder}/dovecot-state
log_path = ${at.folder}/dovecot.log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${at.boxes}/${bouncesBox}:INDEX=MEMORY
passdb {
  driver = static
  args = password=${boxPassword}
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${at.folder}
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${at.port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;

import { chmod, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { canInstall, installPackage, isExecutable } from '../debian.ts';
import { bouncesBox, domain, goneDomain, type ListeningServer } from './letters.ts';
import { startElsewhere } from './elsewhere.ts';
import { freePort, startListening } from './listening.ts';

const program = '/usr/sbin/smtpd';
const findProgram = () => (isExecutable(program) ? program : null);

/** Debian's OpenSMTPD, installed first where it may be; false where it is not to be had: it needs root. */
export async function hasOpenSmtpd(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  if (findProgram() !== null) return true;
  if (!canInstall()) return false;
  await installPackage('opensmtpd', findProgram);
  return true;
}

/** Starts it over these boxes. Its control socket has a fixed place: a second run on the machine waits for the first. */
export async function startOpenSmtpd(boxes: string): Promise<ListeningServer> {
  const elsewhere = await startElsewhere();
  const turn = await ownTurn();
  // Letters are delivered by a user without rights.
  const folder = dirname(boxes);
  await chmod(folder, 0o711);
  await chmod(boxes, 0o777);
  const port = await freePort();
  const settings = join(folder, 'smtpd.conf');
  await writeFile(settings, configuration({ port, boxes, elsewhere: elsewhere.port }));
  const server = await startListening('OpenSMTPD', { program, args: ['-d', '-f', settings], port });
  return {
    port,
    async stop() {
      await server.stop();
      turn.close();
      await elsewhere.stop();
    },
  };
}

/** What comes back to the sender of a letter goes to one box, whatever stands behind its «+». */
const configuration = (at: {
  readonly port: number;
  readonly boxes: string;
  readonly elsewhere: number;
}) => `listen on 127.0.0.1 port ${at.port} hostname ${domain}
bounce warn-interval 1s
table people { "@" = "nobody" }
action "bounces" maildir "${at.boxes}/${bouncesBox}" virtual <people>
action "keep" maildir "${at.boxes}/%{rcpt.user}" virtual <people>
action "elsewhere" relay host smtp://127.0.0.1:${at.elsewhere}
match from any for rcpt-to regex "^${bouncesBox}([+].*)?@${domain}$" action "bounces"
match from any for domain "${domain}" action "keep"
match from any for domain "${goneDomain}" action "elsewhere"
match from any for any reject
`;

/** A port that is held while the mail server runs: whoever holds it has the turn. */
const turnPort = 42_525;
const patienceMs = 900_000;

async function ownTurn(): Promise<Server> {
  for (const begun = Date.now(); Date.now() - begun < patienceMs; await sleep(500)) {
    const server = createServer();
    const isOurs = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(turnPort, '127.0.0.1', () => resolve(true));
    });
    if (isOurs) return server.unref();
  }
  throw new Error('another run holds the mail server of this machine');
}

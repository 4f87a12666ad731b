import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { canInstall, installPackage, isExecutable } from '../debian.ts';

/** A real mail server on this machine: it takes letters for `…@mail.test` and refuses everybody else's. */
export type MailServer = {
  /** For `PARTA_SMTP`. */
  readonly address: string;
  readonly boxes: string;
  stop(): Promise<void>;
};

export type ReceivedLetter = {
  readonly subject: string;
  readonly from: string;
  readonly text: string;
  readonly html: string;
  readonly headers: ReadonlyMap<string, string>;
};

const program = '/usr/sbin/smtpd';
const findProgram = () => (isExecutable(program) ? program : null);

/**
 * Starts Debian's OpenSMTPD, installed first where it may be; null where it is not to be had: it needs root. Its control
 * socket has a fixed place, so a second run on the machine waits for the first.
 */
export async function startMailServer(): Promise<MailServer | null> {
  if (process.getuid?.() !== 0) return null;
  if (findProgram() === null && canInstall()) await installPackage('opensmtpd', findProgram);
  if (findProgram() === null) return null;
  const turn = await ownTurn();
  const folder = await mkdtemp(join(tmpdir(), 'parta-mail-'));
  const boxes = join(folder, 'boxes');
  await mkdir(boxes);
  // Letters are delivered by a user without rights.
  await chmod(folder, 0o711);
  await chmod(boxes, 0o777);
  const port = await freePort();
  await writeFile(join(folder, 'smtpd.conf'), configuration(port, boxes));
  const child = spawn(program, ['-d', '-f', join(folder, 'smtpd.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  await listening(child, port, () => said);
  return {
    address: `smtp://127.0.0.1:${port}`,
    boxes,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      turn.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const configuration = (port: number, boxes: string) => `listen on 127.0.0.1 port ${port} hostname mail.test
table people { "@" = "nobody" }
action "keep" maildir "${boxes}/%{rcpt.user}" virtual <people>
match from any for domain "mail.test" action "keep"
match from any for any reject
`;

/** The letters of a box, `ivanova` of `ivanova@mail.test`, oldest first; waits until there are `count`. */
export async function lettersTo(
  boxes: string,
  name: string,
  count: number,
): Promise<readonly ReceivedLetter[]> {
  const box = join(boxes, name, 'new');
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const files = await readdir(box).catch((): string[] => []);
    if (files.length >= count) {
      const letters = await Promise.all(files.map((file) => readLetter(join(box, file))));
      // Our message ids begin with the moment.
      return letters.toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
    }
    await sleep(50);
  }
  throw new Error(`${name} has got fewer than ${count} letters`);
}

const idOf = ({ headers }: ReceivedLetter) => headers.get('message-id') ?? '';

async function readLetter(path: string): Promise<ReceivedLetter> {
  const { subject = '', from, text = '', html = '', headers } = await PostalMime.parse(await readFile(path));
  return {
    subject,
    from: from?.address ?? '',
    text,
    html,
    headers: new Map(headers.map(({ key, value }) => [key, value])),
  };
}

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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(child: ChildProcess, port: number, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) break;
    if (await answers(port)) return;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(`OpenSMTPD does not listen: ${said()}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

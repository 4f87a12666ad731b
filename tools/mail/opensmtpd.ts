import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { canInstall, installPackage, isExecutable } from '../debian.ts';
import { domain, type ListeningServer } from './letters.ts';

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
  const turn = await ownTurn();
  // Letters are delivered by a user without rights.
  const folder = dirname(boxes);
  await chmod(folder, 0o711);
  await chmod(boxes, 0o777);
  const port = await freePort();
  const settings = join(folder, 'smtpd.conf');
  await writeFile(settings, configuration(port, boxes));
  const child = spawn(program, ['-d', '-f', settings], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  await listening(child, port, () => said);
  return {
    port,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      turn.close();
    },
  };
}

const configuration = (port: number, boxes: string) => `listen on 127.0.0.1 port ${port} hostname ${domain}
table people { "@" = "nobody" }
action "keep" maildir "${boxes}/%{rcpt.user}" virtual <people>
match from any for domain "${domain}" action "keep"
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

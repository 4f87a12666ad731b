import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startMailServer } from '../../tools/mail/server.ts';
import { boxesVariable, bouncesVariable, demoReady, readyVariable } from './demo.ts';

const starter = fileURLToPath(new URL('../../bin/parta.js', import.meta.url));
/** A Tuesday of the second quarter, 11:40 in the town: the fourth lesson of the showcase class is on. */
const schoolDay = '2026-11-24';
/** A cold start on two busy cores: web build, new cluster, migrations, the whole demo school. */
const patienceMs = 240_000;

/**
 * Starts one demo school for all journeys, on a free port and in a folder of its own. A running one is used when its
 * ready line stands in PARTA_DEMO_READY.
 */
export default async function startDemoServer(): Promise<() => Promise<void>> {
  if (demoReady() !== null) return () => Promise.resolve();
  const folder = await mkdtemp(join(tmpdir(), 'parta-journeys-'));
  // Started as root, PostgreSQL runs as another user, who must be able to enter.
  await chmod(folder, 0o711);
  const args = [
    starter,
    'demo',
    '--port',
    '0',
    '--data',
    join(folder, 'school'),
    '--date',
    schoolDay,
    '--json',
  ];
  const mail = await startMailServer();
  process.env[boxesVariable] = mail.boxes;
  if (mail.bounces !== null) process.env[bouncesVariable] = 'yes';
  const bounces =
    mail.bounces === null
      ? {}
      : { PARTA_BOUNCE_ADDRESS: mail.bounces.address, PARTA_BOUNCE_IMAP: mail.bounces.imap };
  const server = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...bounces,
      PARTA_SMTP: mail.address,
      PARTA_MAIL_FROM: 'Гимназия <diary@school.test>',
    },
  });
  try {
    process.env[readyVariable] = await readyLine(server);
  } catch (error) {
    await end(server, folder);
    await mail.stop();
    throw error;
  }
  return async () => {
    await end(server, folder);
    await mail.stop();
  };
}

function readyLine(server: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const said: string[] = [];
  server.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  if (server.stdout !== null) {
    createInterface(server.stdout).on('line', (line) => {
      if (line.startsWith('{')) resolve(line);
    });
  }
  const fail = (reason: string) => reject(new Error(`The demo server ${reason}.\n${said.join('')}`));
  server.on('error', (error) => fail(`does not start: ${error.message}`));
  server.on('exit', (code, signal) => fail(`ended with ${code ?? signal}`));
  const timer = setTimeout(() => fail(`was not ready within ${patienceMs / 1000} s`), patienceMs);
  return promise.finally(() => clearTimeout(timer));
}

async function end(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
}

import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { domain, type ListeningServer } from './letters.ts';

/** An SMTP server in this process for who is not root: keeps letters as OpenSMTPD does. */
export async function startUnprivileged(boxes: string): Promise<ListeningServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const isOurs = address.endsWith(`@${domain}`);
      done(isOurs ? null : Object.assign(new Error('Invalid recipient'), { responseCode: 550 }));
    },
    onData(stream, { envelope }, done) {
      const names = envelope.rcptTo.map(({ address }) => address.split('@')[0] ?? '');
      buffer(stream)
        .then((letter) => Promise.all(names.map((name) => keep(join(boxes, name), letter))))
        .then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A letter is in `new` whole or not at all. */
async function keep(box: string, letter: Buffer): Promise<void> {
  const name = randomUUID();
  await mkdir(join(box, 'tmp'), { recursive: true });
  await mkdir(join(box, 'new'), { recursive: true });
  await writeFile(join(box, 'tmp', name), letter);
  await rename(join(box, 'tmp', name), join(box, 'new', name));
}

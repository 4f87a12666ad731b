import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { ListeningServer } from './letters.ts';

/** Another house's server, to which OpenSMTPD hands letters: it knows nobody, and puts off letters for `slow@`. */
export async function startElsewhere(): Promise<ListeningServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const isSlow = address.startsWith('slow@');
      const text = isSlow ? '4.2.1 The mailbox is busy, try later' : '5.1.1 No such user here';
      done(Object.assign(new Error(text), { responseCode: isSlow ? 451 : 550 }));
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

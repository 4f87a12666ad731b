import { createTransport } from 'nodemailer';
import type { FastifyBaseLogger } from 'fastify';
import { uuidv7 } from '../ids.ts';
import { type Letter, letterBodies } from './letter.ts';
import { returnAddressOf } from './delivery-status.ts';
import type { MailSettings } from './settings.ts';

/**
 * What became of a letter. `refused`: the server will never take it for this address (5xx); `unreachable`: nothing is
 * known to be wrong with the address, later it may go.
 */
export type Sending = 'sent' | 'refused' | 'unreachable';

export type Mailer = {
  /** Somebody looks for letters that come back: a letter may have a token. */
  readonly seesReturned: boolean;
  /** Sends a letter to one address; never throws. `token` tells the letter when it comes back. */
  send(to: string, letter: Letter, token?: string): Promise<Sending>;
  close(): void;
};

/** Nobody waits longer for a server that does not answer. */
const patienceMs = 10_000;

/** Letters by the school's own SMTP server. Logs hold neither addresses nor words of letters. */
export function mailer(settings: MailSettings, log: FastifyBaseLogger): Mailer {
  const { host, port, secure, login, from, dkim, bounces } = settings;
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    host,
    port,
    secure,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    // A letter is made here alone: nothing may be read from files or fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(login === null ? {} : { auth: login }),
    ...(dkim === null
      ? {}
      : { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey } }),
  });
  const domain = /@([^<>@\s]+?)>?$/u.exec(from)?.[1] ?? 'localhost';
  return {
    seesReturned: bounces !== null,
    async send(to, letter, token) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject: letter.subject,
          ...letterBodies(letter),
          ...(bounces === null || token === undefined
            ? {}
            : {
                envelope: { from: returnAddressOf(bounces.address, token), to },
                // What comes back must not bring the code along.
                dsn: { return: 'headers' },
              }),
          messageId: `<${uuidv7()}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
        });
        return 'sent';
      } catch (error) {
        const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
        const isRefused = code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500;
        log.warn({ code, responseCode, module: 'mail' }, 'a letter did not leave');
        return isRefused ? 'refused' : 'unreachable';
      }
    },
    close: () => transport.close(),
  };
}

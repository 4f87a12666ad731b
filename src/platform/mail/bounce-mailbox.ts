import type { FastifyBaseLogger } from 'fastify';
import { ImapFlow } from 'imapflow';
import { readReturned, type Returned } from './delivery-status.ts';
import type { BounceSettings } from './settings.ts';

/** The mailbox letters come back to. */
export type BounceMailbox = {
  /**
   * Hands over what is new. A message to an address of ours is removed once `handle` is done with it; a stranger's is
   * left there, read. What `handle` throws comes out, and its message is handed over again the next time.
   */
  read(handle: (returned: Returned) => Promise<void>): Promise<void>;
  /** Did the last reading reach the mailbox? True before the first. */
  isReachable(): boolean;
};

const patienceMs = 10_000;
const messagesAtOnce = 200;
/** A notice stands at the beginning; what follows is the letter. */
const bytesRead = 256 * 1024;

export function bounceMailbox(settings: BounceSettings, log: FastifyBaseLogger): BounceMailbox {
  let reachable = true;
  return {
    async read(handle) {
      const client = connection(settings);
      // A connection that breaks fails the command that waits for it; without a listener it would end the process.
      client.on('error', () => {});
      try {
        await client.connect();
        reachable = true;
      } catch (error) {
        const { code, authenticationFailed } = error as {
          readonly code?: string;
          readonly authenticationFailed?: boolean;
        };
        reachable = false;
        const why = authenticationFailed === true ? 'signInRefused' : code;
        log.warn({ code: why, module: 'mail' }, 'the mailbox of returned letters is away');
        client.close();
        return;
      }
      try {
        await readNew(client, settings, handle);
        await client.logout();
      } finally {
        client.close();
      }
    },
    isReachable: () => reachable,
  };
}

async function readNew(
  client: ImapFlow,
  { imap, address }: BounceSettings,
  handle: (returned: Returned) => Promise<void>,
): Promise<void> {
  const lock = await client.getMailboxLock(imap.mailbox);
  try {
    const found = (await client.search({ seen: false }, { uid: true })) || [];
    for (const uid of found.slice(0, messagesAtOnce)) {
      const message = await client.fetchOne(String(uid), { source: { maxLength: bytesRead } }, { uid: true });
      if (!message || !message.source) continue;
      const returned = await readReturned(message.source, address).catch(() => unreadable);
      if (returned.token === null) {
        await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
        continue;
      }
      await handle(returned);
      await client.messageDelete(String(uid), { uid: true });
    }
  } finally {
    lock.release();
  }
}

const unreadable: Returned = { token: null, verdict: null, reason: null };

function connection({ imap }: BounceSettings): ImapFlow {
  const { host, port, secure, login, isLoopback } = imap;
  return new ImapFlow({
    host,
    port,
    secure,
    // A password goes over the network encrypted or not at all.
    ...(secure || isLoopback ? {} : { doSTARTTLS: true }),
    auth: login,
    logger: false,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
}

import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export type Listener = {
  /** A notification, in the order in which PostgreSQL sends them. */
  readonly onMessage: (channel: string, payload: string) => void;
  /** The line is down; what happens now is not heard. */
  readonly onLost?: () => void;
  /** Notifications may have been missed: drop caches, read again by sequence. */
  readonly onReconnect?: () => void;
};

export type Listening = { close(): Promise<void> };

const heartbeatMs = 10_000;
const longestPauseMs = 2_000;

/**
 * LISTEN on a direct connection of its own. Resolves when it hears all channels; afterwards it
 * reconnects by itself, a line that died silently included (heartbeat each 10 s).
 */
export async function listen(
  address: string,
  channels: readonly string[],
  listener: Listener,
): Promise<Listening> {
  let closed = false;
  let client = await hear();
  let reconnecting = false;
  const heartbeat = setInterval(beat, heartbeatMs);
  heartbeat.unref();

  async function hear(): Promise<pg.Client> {
    const next = new pg.Client({
      connectionString: address,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      application_name: 'parta listen',
    });
    next.on('error', () => {});
    next.on('notification', ({ channel, payload }) => listener.onMessage(channel, payload ?? ''));
    try {
      await next.connect();
      await next.query(channels.map((channel) => `listen ${pg.escapeIdentifier(channel)}`).join('; '));
    } catch (error) {
      await next.end().catch(() => {});
      throw error;
    }
    next.once('end', () => void reconnect(next));
    return next;
  }

  function beat(): void {
    const asked = client;
    asked.query('select 1').catch(async () => {
      await asked.end().catch(() => {});
      await reconnect(asked);
    });
  }

  async function reconnect(lost: pg.Client): Promise<void> {
    if (reconnecting) return;
    reconnecting = true;
    if (!closed) listener.onLost?.();
    for (let wait = 50; !closed && client === lost; wait = Math.min(wait * 2, longestPauseMs)) {
      try {
        client = await hear();
        listener.onReconnect?.();
      } catch {
        await pause(wait);
      }
    }
    reconnecting = false;
    if (closed) await client.end().catch(() => {});
  }

  return {
    async close() {
      closed = true;
      clearInterval(heartbeat);
      await client.end();
    },
  };
}

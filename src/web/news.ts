import { type Signal, type Stream, leaving, openStream } from './worker/stream.ts';
// oxlint-disable-next-line import/default -- Vite makes the module: the worker's address
import workerAddress from './worker/news-worker.ts?sharedworker&url';

export type { Signal } from './worker/stream.ts';

/**
 * Hears the news of the account's schools while the page is shown. The browser holds one stream for
 * all its pages: in a shared worker, or where there is none (Chrome for Android) in the page that
 * leads. A page kept for going back is deaf meanwhile, and hears `resync` when it returns. Returns
 * the end of listening.
 */
export function listenToNews(hear: (signal: Signal) => void): () => void {
  const listen = typeof SharedWorker === 'function' ? listenByWorker : listenByLeader;
  let stop = listen(hear);
  const hide = () => stop();
  const show = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    stop = listen(hear);
    hear({ kind: 'resync' });
  };
  addEventListener('pagehide', hide);
  addEventListener('pageshow', show);
  return () => {
    removeEventListener('pagehide', hide);
    removeEventListener('pageshow', show);
    stop();
  };
}

function listenByWorker(hear: (signal: Signal) => void): () => void {
  const { port } = new SharedWorker(trusted(workerAddress), { type: 'module', name: 'news' });
  port.addEventListener('message', ({ data }: MessageEvent<Signal>) => hear(data));
  port.start();
  return () => {
    port.postMessage(leaving);
    port.close();
  };
}

const channelName = 'parta-news';

/** What a page says that comes later: whoever leads answers whether the stream stands. */
const joining = 'joining';

/** The page that holds the lock reads the stream and passes everything on; when it goes, the next leads. */
function listenByLeader(hear: (signal: Signal) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  const post = (message: Signal | typeof joining) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within the site
    channel.postMessage(message);
  };
  const tell = (signal: Signal) => {
    hear(signal);
    post(signal);
  };
  let stream: Stream | null = null;
  channel.addEventListener('message', ({ data }: MessageEvent<Signal | typeof joining>) => {
    if (data !== joining) hear(data);
    else if (stream?.isReady() === true) post({ kind: 'ready' });
  });
  post(joining);
  const ending = new AbortController();
  const lead = () =>
    new Promise<void>((resolve) => {
      // Who takes over does not know where the leader before stood.
      tell({ kind: 'resync' });
      const led = openStream(tell);
      stream = led;
      ending.signal.addEventListener('abort', () => {
        led.close();
        resolve();
      });
    });
  navigator.locks.request(channelName, { signal: ending.signal }, lead).catch(() => {
    // Stopped before it was this page's turn to lead.
  });
  return () => {
    ending.abort();
    channel.close();
  };
}

type ScriptAddressPolicy = { createScriptURL(address: string): string };
type TrustedTypes = {
  createPolicy(name: string, rules: ScriptAddressPolicy): ScriptAddressPolicy;
};

let policy: ScriptAddressPolicy | null = null;

/** The only script address made from text; the page's security policy admits it under this name. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??=
    trustedTypes?.createPolicy('parta', {
      createScriptURL: (wanted) => {
        if (wanted !== workerAddress) throw new TypeError('Not an address of ours.');
        return wanted;
      },
    }) ?? null;
  return policy?.createScriptURL(address) ?? address;
}

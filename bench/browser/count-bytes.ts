import { request as requestOf } from 'node:http';
import type { CDPSession, Page } from '@playwright/test';

/** What went over the line for one page, heads included, as compressed. */
export type Transferred = {
  readonly requests: readonly {
    readonly path: string;
    readonly kind: string;
    bytes: number;
    encoding: string;
  }[];
};

/** Counts from now on; the returned list grows while the page loads. */
export function countBytes(devtools: CDPSession): Transferred {
  const requests = new Map<string, Transferred['requests'][number]>();
  devtools.on('Network.responseReceived', ({ requestId, response, type }) => {
    if (response.url.startsWith('data:')) return;
    requests.set(requestId, {
      path: new URL(response.url).pathname,
      kind: type,
      bytes: 0,
      encoding: response.headers['content-encoding'] ?? '',
    });
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  return {
    get requests() {
      return [...requests.values()];
    },
  };
}

/** Scripts of shared workers, which load outside the page: each asked for once more, heads included. */
export async function workerScripts(page: Page): Promise<Transferred['requests']> {
  const browser = page.context().browser();
  if (!browser) return [];
  const devtools = await browser.newBrowserCDPSession();
  const { targetInfos } = await devtools.send('Target.getTargets');
  await devtools.detach();
  const workers = targetInfos.filter(({ type }) => type === 'shared_worker');
  return Promise.all(workers.map(({ url }) => sizeOf(url)));
}

function sizeOf(url: string): Promise<Transferred['requests'][number]> {
  const { promise, resolve, reject } = Promise.withResolvers<Transferred['requests'][number]>();
  const asking = requestOf(url, { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } }, (answer) => {
    const head = answer.rawHeaders.reduce(
      (sum, part) => sum + part.length + 2,
      'HTTP/1.1 200 OK\r\n\r\n'.length,
    );
    let bytes = head;
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    answer.on('end', () => {
      const encoding = answer.headers['content-encoding'] ?? '';
      resolve({ path: new URL(url).pathname, kind: 'Script', bytes, encoding });
    });
  });
  asking.on('error', reject);
  asking.end();
  return promise;
}

import type { CDPSession } from '@playwright/test';

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

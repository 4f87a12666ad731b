import { leaving, type Signal, type Stream, openStream } from './stream.ts';

/** One event stream for all pages of the browser: HTTP/1.1 allows six connections in all. */
const ports = new Set<MessagePort>();
let stream: Stream | null = null;

addEventListener('connect', (event) => {
  const port = (event as MessageEvent).ports[0];
  if (!port) return;
  ports.add(port);
  port.addEventListener('message', ({ data }) => {
    if (data === leaving) leave(port);
  });
  port.start();
  if (stream?.isReady() === true) port.postMessage({ kind: 'ready' } satisfies Signal);
  // After the end of a session a page opened anew belongs to the next one.
  if (!stream || stream.isOver()) stream = openStream(tellAll);
});

function tellAll(signal: Signal): void {
  for (const port of ports) port.postMessage(signal);
}

function leave(port: MessagePort): void {
  ports.delete(port);
  port.close();
  if (ports.size > 0) return;
  stream?.close();
  stream = null;
}

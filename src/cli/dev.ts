import { spawn, type ChildProcess } from 'node:child_process';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createServer as createVite } from 'vite';
import { command } from './command.ts';
import { developmentVariable } from './serve.ts';
import { cliWords } from './words.ts';

export const devCommand = command({
  options: { port: { type: 'string' }, data: { type: 'string' } },
  words: {
    ru: {
      summary: 'разработка: показательная школа, правки видны сразу',
      operands: '',
      options: {
        port: 'порт (по умолчанию 8080)',
        data: 'папка данных (по умолчанию .parta/dev)',
      },
    },
    en: {
      summary: 'development: the demo school, changes show at once',
      operands: '',
      options: { port: 'port (8080 by default)', data: 'data folder (.parta/dev by default)' },
    },
  },
  run: async ({ values, language, stop }) => {
    const port = Number(values.port ?? '8080');
    const url = `http://localhost:${port}`;
    const serverPort = await freePort();
    const front = await openFront(port, serverPort);
    const server = watchServer({ port: serverPort, data: values.data ?? '.parta/dev', url });
    process.stderr.write(`${cliWords[language].developing(url)}\n`);
    const code = await ended(server, stop);
    await front.close();
    return code;
  },
});

/** What Vite itself answers; all else goes to our server. */
const besidesVite = String.raw`^/(?!@|src/|node_modules/|\.vite/)`;

type Front = { readonly close: () => Promise<void> };

/** The browser's modules with hot reload, in front of the server that Node restarts. */
async function openFront(port: number, serverPort: number): Promise<Front> {
  const http = createHttpServer();
  // In its own server mode Vite ends the process by itself on SIGTERM, before ours has stopped.
  const vite = await createVite({
    configLoader: 'native',
    server: {
      middlewareMode: true,
      hmr: { server: http },
      proxy: {
        [besidesVite]: {
          target: `http://127.0.0.1:${serverPort}`,
          configure: (proxy) => {
            // The hot-reload client puts styles into the page, which the pages' policy forbids.
            proxy.on('proxyRes', (answer) => {
              delete answer.headers['content-security-policy'];
            });
          },
        },
      },
    },
  });
  http.on('request', vite.middlewares);
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', resolve);
  });
  return {
    async close() {
      http.closeAllConnections();
      http.close();
      await vite.close();
    },
  };
}

/** Node starts the server anew when a file it has loaded changes; the data stay. */
function watchServer({ port, data, url }: { port: number; data: string; url: string }): ChildProcess {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const args = ['--watch', '--watch-preserve-output', main, 'demo', '--port', String(port), '--data', data];
  return spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, [developmentVariable]: url },
  });
}

function ended(server: ChildProcess, stop: AbortSignal): Promise<number> {
  stop.addEventListener('abort', () => server.kill('SIGTERM'), { once: true });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => resolve(stop.aborted ? 0 : (code ?? 1)));
  });
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
  });
  return promise;
}

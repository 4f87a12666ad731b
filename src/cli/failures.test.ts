import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { StartFailure } from '#platform/db/start-failure.ts';
import { CommandFailure } from './command.ts';
import { failureSentence } from './failures.ts';
import { cliWords } from './words.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'parta-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const parta = (...args: string[]) =>
  spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, PARTA_LANG: 'ru' },
  });

const fault = (facts: { code: string; path?: string; port?: number; syscall?: string }) =>
  Object.assign(new Error(facts.code), facts);

describe('a fault is one sentence with the way out', () => {
  test.each([
    [fault({ code: 'EADDRINUSE', port: 8080, syscall: 'listen' }), /^Порт 8080 занят: .*--port/],
    [fault({ code: 'EACCES', port: 80, syscall: 'listen' }), /^Порт 80 открыть не разрешено: .*--port/],
    [fault({ code: 'EACCES', path: '/data', syscall: 'open' }), /^Нет доступа к «\/data»: .*--data/],
    [fault({ code: 'ENOSPC', path: '/data' }), /^На диске нет места: /],
    [new StartFailure('diskFull', { path: '/data' }), /^На диске с папкой \/data нет места: /],
    [new StartFailure('dataDirInUse', { path: '/data', pid: 7 }), /\/data .*процесс 7\)/],
    [new CommandFailure('Нет такого файла.'), /^Нет такого файла\.$/],
  ])('%s', (error, sentence) => {
    expect(failureSentence(error, cliWords.ru)).toMatch(sentence);
    expect(failureSentence(error, cliWords.ru)).not.toContain('{');
  });

  test('a fault of Parta itself has none', () => {
    expect(failureSentence(new TypeError('x is not a function'), cliWords.ru)).toBeNull();
  });
});

describe('the command line', () => {
  test('an unknown command and an unknown option end with 1 and name themselves', () => {
    const unknown = parta('fly');
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toBe('Нет команды «fly». Список команд и параметров: parta --help.\n');
    const option = parta('start', '--prot', '1');
    expect(option.status).toBe(1);
    expect(option.stderr).toBe('Нет параметра «--prot». Список команд и параметров: parta --help.\n');
    expect(parta('start', '--port').stderr).toContain('Параметру «--port» нужно значение.');
    expect(parta('start', 'now').stderr).toContain('Лишнее слово в команде: «now».');
  });

  test('help names every command in both languages', () => {
    const names = ['check', 'migrate', 'start', 'test'];
    for (const language of ['ru', 'en']) {
      const { status, stdout } = parta('--help', '--lang', language);
      expect(status).toBe(0);
      for (const name of names) expect(stdout).toMatch(new RegExp(`^ {2}${name} +\\S`, 'm'));
    }
    expect(parta('start', '--help', '--lang=en').stdout).toMatch(/--port VALUE +port/);
  });

  test('a taken port is said before anything is started', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, '127.0.0.1', () => resolve((holder.address() as { port: number }).port));
    });
    const { status, stderr } = parta('start', '--port', String(port), '--data', join(folder, 'school'));
    holder.close();
    expect(stderr).toMatch(new RegExp(`^Порт ${port} занят: [^\\n]+\\n$`));
    expect(status).toBe(1);
  });

  test('a file in the place of the data folder is one sentence', () => {
    const { status, stderr } = parta('migrate', '--data', main);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(main);
  });
});

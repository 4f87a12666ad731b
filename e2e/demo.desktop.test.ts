import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { demo, type DemoReady } from './support/demo.ts';
import { demoCommand, end, inFolder, parta, processesBelow, startServer } from './support/processes.ts';

const firstStart = 240_000;

test('the demo starts, stops, starts again with its data, and leaves nothing after a crash', async () => {
  test.setTimeout(firstStart);
  await inFolder(async (folder) => {
    const data = join(folder, 'school');
    const args = demoCommand('--port', '0', '--data', data, '--date', '2026-11-24');
    const first = await startServer(args);
    const ready = first.ready as unknown as DemoReady;

    await test.step('one line of JSON says where and who', async () => {
      expect(first.said().out.trim().split('\n')).toHaveLength(1);
      expect(ready.url).toMatch(/^http:\/\/localhost:\d+$/);
      expect((await fetch(`${ready.url}/api/health/ready`)).status).toBe(200);
      const contract = (await (await fetch(ready.openapi)).json()) as { openapi: string };
      expect(contract.openapi).toMatch(/^3\.1\./);
      expect(ready.schoolNow).toMatch(/^2026-11-24T08:4/);
      expect(ready.accounts.map(({ role }) => role)).toEqual(
        expect.arrayContaining(['teacher', 'guardian', 'student', 'deputyHead', 'schoolAdmin']),
      );
      for (const account of ready.accounts) {
        expect(account.login).not.toBe('');
        expect(account.password).not.toBe('');
        for (const person of account.persons) expect(person.schoolId).toBeGreaterThan(0);
      }
      expect(new Set(ready.students.map(({ schoolId }) => schoolId))).toEqual(new Set([1, 2]));
    });

    await test.step('SIGTERM stops PostgreSQL too', async () => {
      expect(processesBelow(data)).not.toEqual([]);
      expect(await end(first.child, 'SIGTERM')).toBe(0);
      expect(processesBelow(data)).toEqual([]);
    });

    const second = await startServer(args);
    await test.step('the second start fills nothing and knows the same people', () => {
      expect(second.said().errors).not.toContain('Создаю');
      expect(second.ready['students']).toEqual(ready.students);
      expect(second.ready['accounts']).toEqual(ready.accounts);
    });

    await test.step('killed without a word, it leaves no PostgreSQL behind', async () => {
      expect(processesBelow(data)).not.toEqual([]);
      await end(second.child, 'SIGKILL');
      await expect.poll(() => processesBelow(data), { timeout: 20_000 }).toEqual([]);
    });
  });
});

test('a taken port is one sentence with the way out', async () => {
  await inFolder(async (folder) => {
    const { port } = new URL(demo().url);
    const { code, errors } = await parta('demo', '--port', port, '--data', join(folder, 'school'));
    expect(code).toBe(1);
    expect(errors.trim()).toBe(
      `Порт ${port} занят: закройте программу, которая его держит, или укажите другой, например --port 8081.`,
    );
  });
});

test('a data folder that cannot be used is one sentence with the way out', async () => {
  await inFolder(async (folder) => {
    const closed = join(folder, 'closed');
    // Root enters everything; the user PostgreSQL runs as then does not.
    await mkdir(closed, { mode: 0o700 });
    if (process.getuid?.() !== 0) await chmod(closed, 0o000);
    const { code, errors } = await parta('demo', '--port', '0', '--data', join(closed, 'school'));
    expect(code).toBe(1);
    const sentences = errors
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('Собираю'));
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(closed);
    expect(sentences[0]).toContain('--data');
    await chmod(closed, 0o700);
  });
});

test('another school is never taken for a demo', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'own');
    await mkdir(join(data, 'precious'), { recursive: true });
    const { code, errors } = await parta('demo', '--fresh', '--port', '0', '--data', data);
    expect(code).toBe(1);
    expect(errors).toContain('лежит не показательная школа, и она останется нетронутой');
  });
});

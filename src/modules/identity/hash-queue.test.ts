import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { hashQueue, QueueFull } from './hash-queue.ts';

test('works on so many at a time, first come first served', async () => {
  const queue = hashQueue({ concurrency: 2 });
  const order: number[] = [];
  let running = 0;
  let most = 0;
  await Promise.all(
    [0, 1, 2, 3, 4, 5, 6].map((at) =>
      queue.run(async () => {
        running += 1;
        most = Math.max(most, running);
        order.push(at);
        await pause(5);
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(queue.done()).toBe(7);
});

test('refuses at once who would wait past the deadline, and takes them later', async () => {
  const queue = hashQueue({ concurrency: 1, deadlineMs: 60 });
  const gate = Promise.withResolvers<void>();
  const taken = [1, 2, 3].map(() => queue.run(() => gate.promise));
  await expect(queue.run(() => gate.promise)).rejects.toThrow(QueueFull);
  await expect(queue.run(() => gate.promise)).rejects.toMatchObject({ seconds: 1 });
  gate.resolve();
  await Promise.all(taken);
  await expect(queue.run(() => Promise.resolve('now'))).resolves.toBe('now');
});

test('goes on after work that failed', async () => {
  const queue = hashQueue({ concurrency: 1 });
  const failed = queue.run(() => Promise.reject(new Error('broken')));
  const next = queue.run(() => Promise.resolve('well'));
  await expect(failed).rejects.toThrow('broken');
  await expect(next).resolves.toBe('well');
});

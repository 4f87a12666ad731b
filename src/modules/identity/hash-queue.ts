import { availableParallelism } from 'node:os';

/** Hashing takes a core for 10–20 ms; this queue keeps it from taking all of them. */
export type HashQueue = {
  /**
   * Runs `work` when its turn comes, first come first served. Throws QueueFull at once when the
   * turn would come after the deadline.
   */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** How many pieces of work were done. */
  done(): number;
};

export class QueueFull extends Error {
  override name = 'QueueFull';
  /** When a place is likely. */
  readonly seconds: number;

  constructor(seconds: number) {
    super('too many passwords are being checked');
    this.seconds = seconds;
  }
}

export type HashQueueLimits = {
  /** Pieces of work at a time: one core stays free for everybody else. */
  readonly concurrency?: number;
  /**
   * The longest wait. Refusing costs more than waiting (a refused client comes back), so it is
   * near what people bear.
   */
  readonly deadlineMs?: number;
};

/** Weight of the newest duration in the running mean. */
const weight = 0.1;
const firstGuessMs = 25;

export function hashQueue(limits: HashQueueLimits = {}): HashQueue {
  const concurrency = limits.concurrency ?? Math.max(1, availableParallelism() - 1);
  const deadlineMs = limits.deadlineMs ?? 20_000;
  const waiting: (() => void)[] = [];
  let running = 0;
  let done = 0;
  let meanMs = firstGuessMs;

  /** The place goes straight to the next in the queue, or is free again. */
  const finish = (startedAt: number) => {
    meanMs += weight * (performance.now() - startedAt - meanMs);
    done += 1;
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return {
    async run(work) {
      if (running < concurrency) {
        running += 1;
      } else {
        const waitMs = ((waiting.length + 1) * meanMs) / concurrency;
        if (waitMs > deadlineMs) throw new QueueFull(Math.ceil(waitMs / 1000));
        const turn = Promise.withResolvers<void>();
        waiting.push(turn.resolve);
        await turn.promise;
      }
      const startedAt = performance.now();
      try {
        return await work();
      } finally {
        finish(startedAt);
      }
    },
    done: () => done,
  };
}

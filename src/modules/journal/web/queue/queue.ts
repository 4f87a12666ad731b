import { type ReadonlySignal, signal } from '@preact/signals';
import { Problem } from '#web/api.ts';
import { newId } from '#web/new-id.ts';
import {
  type Batch,
  type Outcome,
  type QueueState,
  add,
  adopt,
  decide,
  emptyQueue,
  isEmpty,
  settle,
  takeBatch,
} from './queue-state.ts';
import {
  type QueueOwner,
  forgetAtOnce,
  forgetQueue,
  keepQueue,
  keepQueueAtOnce,
  leftQueues,
} from './queue-store.ts';
import { type Shown, sendBatch } from './send.ts';
import type { Write } from './writes.ts';

/** How the page's changes stand with the server. `signedOut`: kept here until the person signs in again. */
export type Saving = {
  readonly state: 'saved' | 'sending' | 'offline' | 'busy' | 'signedOut';
  /** The last answer of the server, wall time; null = nothing was sent yet. */
  readonly at: Date | null;
};

export type Settled = { readonly batch: Batch; readonly outcomes: readonly Outcome[] };

/** The changes of one journal page on their way to the server. */
export type Queue = {
  readonly state: ReadonlySignal<QueueState>;
  readonly saving: ReadonlySignal<Saving>;
  readonly put: (writes: readonly Write[]) => void;
  readonly decide: (key: string, keep: 'mine' | 'theirs') => void;
  /** What the page shows: other devices' texts are read back from it. */
  readonly show: (shown: Shown) => void;
  readonly onSettled: (hear: (settled: Settled) => void) => () => void;
  readonly takeOver: (left: QueueState) => void;
};

/** Quick typing travels together; the first key waits no longer than this. */
const gatherMs = 200;
const retryMs = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

const open = new Map<string, Queue>();

/** The queue of a page; the same as long as this browser page lives, so leaving a journal page loses nothing. */
export function queueOf(owner: QueueOwner): Queue {
  const name = `${owner.schoolId} ${owner.pageId}`;
  const known = open.get(name);
  if (known) return known;
  const queue = openQueue(owner);
  open.set(name, queue);
  return queue;
}

let isTakenOver = false;

/** Sends on what closed pages of this account left behind; once per browser page. */
export async function takeOverLeftQueues(accountId: string): Promise<void> {
  if (isTakenOver) return;
  isTakenOver = true;
  for (const { id, state, ...owner } of await leftQueues(accountId)) {
    if (!(await isAbandoned(id))) continue;
    queueOf(owner).takeOver(state);
    await forgetQueue(id);
  }
}

function openQueue(owner: QueueOwner): Queue {
  const id = newId();
  const state = signal<QueueState>(emptyQueue);
  const saving = signal<Saving>({ state: 'saved', at: null });
  const listeners = new Set<(settled: Settled) => void>();
  let shown: Shown = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let failures = 0;
  let isLeaving = false;
  holdLock(id);

  const change = (next: QueueState) => {
    if (next === state.value) return;
    state.value = next;
    // A browser that keeps nothing (private window) still sends; only a reload while offline would lose it.
    keepQueue({ ...owner, id, state: next }).catch(() => undefined);
    if (isLeaving) keepQueueAtOnce({ ...owner, id, state: next });
  };
  const say = (now: Saving['state']) => {
    if (saving.value.state !== now) saving.value = { ...saving.value, state: now };
  };
  const plan = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      run().catch((error: unknown) => reportError(error));
    }, ms);
  };
  const run = async () => {
    if (isRunning) return;
    isRunning = true;
    while (!isEmpty(state.value)) {
      change(takeBatch(state.value, newId()));
      const [batch] = state.value.batches;
      if (batch === undefined) break;
      try {
        const outcomes = await sendBatch(owner, batch, shown);
        failures = 0;
        for (const hear of listeners) hear({ batch, outcomes });
        change(settle(state.value, outcomes));
        saving.value = { state: isEmpty(state.value) ? 'saved' : 'sending', at: new Date() };
      } catch (error) {
        say(faultState(error));
        if (!isSignedOut(error)) plan(retryMs[Math.min(failures, retryMs.length - 1)] ?? 30_000);
        failures += 1;
        break;
      }
    }
    // Also when what was typed took itself back before it was sent.
    if (isEmpty(state.value)) say('saved');
    isRunning = false;
  };
  const wake = () => {
    if (!isEmpty(state.value)) plan(0);
  };
  // Before any field writes its last words: it listens later.
  addEventListener('pagehide', () => {
    isLeaving = true;
    if (!isEmpty(state.value)) keepQueueAtOnce({ ...owner, id, state: state.value });
  });
  addEventListener('pageshow', () => {
    isLeaving = false;
    forgetAtOnce(id);
  });
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);

  return {
    state,
    saving,
    put(writes) {
      change(writes.reduce(add, state.value));
      if (isEmpty(state.value)) return;
      if (failures === 0) say('sending');
      if (timer === undefined && !isRunning) plan(gatherMs);
    },
    decide(key, keep) {
      change(decide(state.value, key, keep));
      wake();
    },
    show(range) {
      shown = range;
    },
    onSettled(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    takeOver(left) {
      change(adopt(state.value, left));
      wake();
    },
  };
}

function faultState(error: unknown): Saving['state'] {
  if (isSignedOut(error)) return 'signedOut';
  return error instanceof Problem && error.status === 0 ? 'offline' : 'busy';
}

function isSignedOut(error: unknown): boolean {
  return error instanceof Problem && error.code === 'notSignedIn';
}

const lockOfQueue = (id: string) => `parta-journal-queue-${id}`;

/** Held as long as this browser page lives: others see that the queue has its sender. */
function holdLock(id: string): void {
  locks()
    ?.request(lockOfQueue(id), () => new Promise<never>(() => undefined))
    .catch(() => undefined);
}

/** Only secure origins have them. */
function locks(): LockManager | null {
  return (navigator as { readonly locks?: LockManager | null }).locks ?? null;
}

async function isAbandoned(id: string): Promise<boolean> {
  // Without locks (plain HTTP on a school's network) a batch may be sent twice under one key, which changes nothing.
  const known = locks();
  if (known === null) return true;
  return known.request(lockOfQueue(id), { ifAvailable: true }, (lock) => lock !== null);
}

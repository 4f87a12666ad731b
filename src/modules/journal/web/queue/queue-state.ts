import { type Kind, type Write, isSame } from './writes.ts';

/** What is on its way: sent again under the same key until an answer comes, so that nothing is doubled. */
export type Batch = {
  /** The `Idempotency-Key`. */
  readonly id: string;
  readonly kind: Kind;
  readonly writes: readonly Write[];
};

/** A change the server did not take; it stays until the person has decided or read why. */
export type Trouble = Conflict | Refusal;

export type Conflict = {
  readonly state: 'conflict';
  readonly write: Write;
  readonly theirs: Write['content'] | null;
  readonly version: number;
  readonly authorName: string | null;
  readonly at: string | null;
};

export type Refusal = {
  readonly state: 'refused';
  readonly write: Write;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
};

export type QueueState = {
  /** The first is on its way. Further ones were left by a page that was closed. */
  readonly batches: readonly Batch[];
  /** One per place, in the order of their first change. */
  readonly waiting: readonly Write[];
  readonly troubles: readonly Trouble[];
};

/** What became of one write. */
export type Outcome =
  | { readonly state: 'written'; readonly version: number; readonly content?: Write['content'] }
  | {
      readonly state: 'conflict';
      readonly theirs: Write['content'] | null;
      readonly version: number;
      readonly authorName: string | null;
      readonly at: string | null;
    }
  | {
      readonly state: 'refused';
      readonly code: string;
      readonly facts: Readonly<Record<string, unknown>>;
    };

export const emptyQueue: QueueState = { batches: [], waiting: [], troubles: [] };

/** Kinds whose endpoint takes many cells at once, and how many. */
const most: Readonly<Record<Kind, number>> = {
  mark: 1400,
  attendance: 1400,
  finalMark: 200,
  work: 1,
  record: 1,
  homework: 1,
};

/**
 * Adds a change. A later change of the same place takes the earlier one's turn as long as it was not sent; one that
 * leads back to what the server has needs no sending at all.
 */
export function add(state: QueueState, write: Write): QueueState {
  const troubles = state.troubles.filter((trouble) => trouble.write.key !== write.key);
  const at = state.waiting.findIndex(({ key }) => key === write.key);
  const earlier = state.waiting[at];
  if (earlier === undefined) return { ...state, troubles, waiting: [...state.waiting, write] };
  const merged = { ...write, before: earlier.before, expected: earlier.expected } as Write;
  const isBack = isSame(merged.content, merged.before) && !isOnItsWay(state, write.key);
  const waiting = isBack
    ? state.waiting.toSpliced(at, 1)
    : state.waiting.with(at, { ...merged, needs: merged.needs ?? earlier.needs } as Write);
  return { ...state, troubles, waiting };
}

/** Takes the oldest change and all others of its kind on their way, where nothing is on its way yet. */
export function takeBatch(state: QueueState, id: string): QueueState {
  const [first] = state.waiting;
  if (state.batches.length > 0 || first === undefined) return state;
  const writes = state.waiting.filter(({ kind }) => kind === first.kind).slice(0, most[first.kind]);
  const taken = new Set(writes.map(({ key }) => key));
  return {
    ...state,
    batches: [{ id, kind: first.kind, writes }],
    waiting: state.waiting.filter(({ key }) => !taken.has(key)),
  };
}

/** The answer for the batch on its way, one outcome per write, in order. */
export function settle(state: QueueState, outcomes: readonly Outcome[]): QueueState {
  const [batch, ...batches] = state.batches;
  if (batch === undefined) return state;
  let next: QueueState = { ...state, batches };
  for (const [place, write] of batch.writes.entries()) {
    const outcome = outcomes[place];
    if (outcome !== undefined) next = settleOne(next, write, outcome);
  }
  return next;
}

function settleOne(state: QueueState, write: Write, outcome: Outcome): QueueState {
  const at = state.waiting.findIndex(({ key }) => key === write.key);
  const later = state.waiting[at];
  if (outcome.state === 'written') {
    if (later === undefined) return state;
    const caughtUp = { ...later, before: write.content, expected: outcome.version, needs: null } as Write;
    const isBack = isSame(later.content, write.content);
    return {
      ...state,
      waiting: isBack ? state.waiting.toSpliced(at, 1) : state.waiting.with(at, caughtUp),
    };
  }
  if (outcome.state === 'refused')
    return { ...state, troubles: [...state.troubles, { write, ...outcome } satisfies Refusal] };
  // Both changed it to the same: nothing to decide.
  const mine = later ?? write;
  const waiting = later === undefined ? state.waiting : state.waiting.toSpliced(at, 1);
  if (isSame(mine.content, outcome.theirs)) return { ...state, waiting };
  return { ...state, waiting, troubles: [...state.troubles, { write: mine, ...outcome } satisfies Conflict] };
}

/** Settles a conflict or puts a refusal away; «mine» is written over what the other device has. */
export function decide(state: QueueState, key: string, keep: 'mine' | 'theirs'): QueueState {
  const trouble = state.troubles.find(({ write }) => write.key === key);
  if (trouble === undefined) return state;
  const rest = { ...state, troubles: state.troubles.filter((other) => other !== trouble) };
  if (keep === 'theirs' || trouble.state === 'refused') return rest;
  return add(rest, {
    ...trouble.write,
    before: trouble.theirs,
    expected: trouble.version,
    reasonCode: 'corrected',
    needs: null,
  } as Write);
}

/** What another page of this device left behind, taken over before anything new is typed. */
export function adopt(state: QueueState, left: QueueState): QueueState {
  const own = new Set(state.waiting.map(({ key }) => key));
  return {
    batches: [...state.batches, ...left.batches],
    waiting: [...left.waiting.filter(({ key }) => !own.has(key)), ...state.waiting],
    troubles: [...left.troubles, ...state.troubles],
  };
}

/** The newest change of a place that the server has not taken yet. */
export function pendingWrites(state: QueueState): Map<string, Write> {
  const newest = new Map<string, Write>();
  for (const { writes } of state.batches) for (const write of writes) newest.set(write.key, write);
  for (const write of state.waiting) newest.set(write.key, write);
  return newest;
}

export function isEmpty({ batches, waiting }: QueueState): boolean {
  return batches.length === 0 && waiting.length === 0;
}

function isOnItsWay({ batches }: QueueState, key: string): boolean {
  return batches.some(({ writes }) => writes.some((write) => write.key === key));
}

export type { Write };

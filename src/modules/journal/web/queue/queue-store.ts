import type { QueueState } from './queue-state.ts';

/** Whose unsent changes these are: another account on the same browser never sends them. */
export type QueueOwner = {
  readonly accountId: string;
  readonly schoolId: number;
  readonly pageId: string;
};

export type StoredQueue = QueueOwner & { readonly id: string; readonly state: QueueState };

const databaseName = 'parta-journal';
const storeName = 'queues';

/** Keeps the unsent changes of one open page; an empty queue leaves nothing behind. */
export async function keepQueue(queue: StoredQueue): Promise<void> {
  const { batches, waiting, troubles } = queue.state;
  const isNothing = batches.length + waiting.length + troubles.length === 0;
  await inStore(
    'readwrite',
    (store) => (isNothing ? store.delete(queue.id) : store.put(queue)) as IDBRequest<unknown>,
  );
}

const nameOf = (id: string) => `${databaseName} ${id}`;

/** The same while the page goes away: then only what is kept within the moment is kept at all. */
export function keepQueueAtOnce(queue: StoredQueue): void {
  try {
    localStorage.setItem(nameOf(queue.id), JSON.stringify(queue));
  } catch {
    // A browser that keeps nothing.
  }
}

export async function forgetQueue(id: string): Promise<void> {
  forgetAtOnce(id);
  await inStore('readwrite', (store) => store.delete(id));
}

/** The page is back: its queue is kept as ever. */
export function forgetAtOnce(id: string): void {
  localStorage.removeItem(nameOf(id));
}

/** All that pages of this account left behind, in any school. */
export async function leftQueues(accountId: string): Promise<StoredQueue[]> {
  const all = await inStore('readonly', (store) => store.getAll() as IDBRequest<StoredQueue[]>);
  const last = Object.keys(localStorage)
    .filter((name) => name.startsWith(nameOf('')))
    .map((name) => JSON.parse(localStorage.getItem(name) ?? '') as StoredQueue);
  // What was kept in the last moment is the newer of two.
  const left = new Map([...all, ...last].map((queue) => [queue.id, queue]));
  return [...left.values()].filter((queue) => queue.accountId === accountId);
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await opened();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, mode);
    const request = act(transaction.objectStore(storeName));
    transaction.addEventListener('complete', () => resolve(request.result));
    transaction.addEventListener('abort', () => reject(faultOf(transaction.error)));
  });
}

let opening: Promise<IDBDatabase> | null = null;

function opened(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(storeName, { keyPath: 'id' }),
    );
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(faultOf(request.error)));
  });
  return opening;
}

function faultOf(error: DOMException | null): Error {
  return error ?? new Error('The browser keeps no database.');
}

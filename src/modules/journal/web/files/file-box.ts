import { type ReadonlySignal, signal } from '@preact/signals';
import type { HomeworkFile } from '#modules/homework/files/contract.ts';
import { call, Problem } from '#web/api.ts';
import { newId } from '#web/new-id.ts';
import { upload } from '#web/upload.ts';
import type { PageLesson } from '../../pages/contract.ts';
import type { Journal } from '../page/journal.ts';
import { keyOf } from '../queue/writes.ts';

/** A file on its way. It stays with what is wrong until it is sent again or put away: nothing that was chosen is lost. */
export type Sending = {
  readonly id: string;
  readonly name: string;
  /** 0 to 1. */
  readonly part: number;
  readonly problem: Problem | null;
};

/** The files of one lesson's homework on this device. It lives as long as the page: closing the panel stops nothing. */
export type FileBox = {
  /** What stands at the homework: the newest answer, until the page itself is read again. */
  readonly filesOf: (lesson: PageLesson) => readonly HomeworkFile[];
  readonly sending: ReadonlySignal<readonly Sending[]>;
  /** Taken off here, to be put back. */
  readonly removed: ReadonlySignal<readonly HomeworkFile[]>;
  readonly problem: ReadonlySignal<Problem | null>;
  readonly send: (files: Iterable<File>) => void;
  readonly sendAgain: (id: string) => void;
  /** Stops sending, or puts a refused file away. */
  readonly drop: (id: string) => void;
  readonly remove: (file: HomeworkFile) => Promise<void>;
  readonly putBack: (file: HomeworkFile) => Promise<void>;
};

const boxes = new WeakMap<Journal, Map<string, FileBox>>();

export function fileBoxOf(journal: Journal, lessonId: string): FileBox {
  const known = boxes.get(journal) ?? new Map<string, FileBox>();
  boxes.set(journal, known);
  const box = known.get(lessonId) ?? openBox(journal, lessonId);
  known.set(lessonId, box);
  return box;
}

type Answer = {
  readonly files: readonly HomeworkFile[];
  /** What the page knew of the homework then. */
  readonly over: PageLesson['homework'] | undefined;
};

function openBox(journal: Journal, lessonId: string): FileBox {
  const { schoolId, store } = journal;
  const answer = signal<Answer | null>(null);
  const sending = signal<readonly Sending[]>([]);
  const removed = signal<readonly HomeworkFile[]>([]);
  const problem = signal<Problem | null>(null);
  const chosen = new Map<string, { readonly file: File; readonly stopping: AbortController }>();
  /** One at a time: a phone's network is narrow, and the order stays that of the choice. */
  let before: Promise<void> = Promise.resolve();

  const keep = (files: readonly HomeworkFile[]) => {
    const over = store.model.peek().lessons.find(({ id }) => id === lessonId)?.homework;
    answer.value = { files, over };
  };
  const change = (id: string, to: Partial<Sending>) => {
    sending.value = sending.value.map((one) => (one.id === id ? { ...one, ...to } : one));
  };
  const drop = (id: string) => {
    chosen.get(id)?.stopping.abort(new Error('put away'));
    chosen.delete(id);
    sending.value = sending.value.filter((one) => one.id !== id);
  };
  const sendOne = async (id: string) => {
    const entry = chosen.get(id);
    if (!entry) return;
    const { file, stopping } = entry;
    try {
      await textSaved(journal, lessonId, stopping.signal);
      const reply = await upload('PUT /api/schools/{schoolId}/lessons/{lessonId}/homework/files/{fileId}', {
        params: { schoolId, lessonId, fileId: id },
        file,
        onProgress: (part) => change(id, { part }),
        signal: stopping.signal,
      });
      keep(reply.files);
      drop(id);
    } catch (error) {
      if (!stopping.signal.aborted) change(id, { part: 0, problem: problemOf(error) });
    }
  };
  const enqueue = (id: string) => {
    before = before.then(() => sendOne(id));
  };
  const setRemoved = async (file: HomeworkFile, isRemoved: boolean) => {
    problem.value = null;
    try {
      const reply = await call(
        'PUT /api/schools/{schoolId}/lessons/{lessonId}/homework/files/{fileId}/removal',
        { params: { schoolId, lessonId, fileId: file.id }, body: { isRemoved } },
      );
      keep(reply.files);
      const others = removed.value.filter(({ id }) => id !== file.id);
      removed.value = isRemoved ? [...others, file] : others;
    } catch (error) {
      problem.value = problemOf(error);
    }
  };
  return {
    filesOf({ homework }) {
      const { value } = answer;
      return value !== null && value.over === homework ? value.files : (homework?.files ?? []);
    },
    sending,
    removed,
    problem,
    send(list) {
      for (const file of list) {
        const id = newId();
        chosen.set(id, { file, stopping: new AbortController() });
        sending.value = [...sending.value, { id, name: file.name, part: 0, problem: null }];
        enqueue(id);
      }
    },
    sendAgain(id) {
      change(id, { problem: null });
      enqueue(id);
    },
    drop,
    remove: (file) => setRemoved(file, true),
    putBack: (file) => setRemoved(file, false),
  };
}

function problemOf(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem({ code: 'internal', status: 0 });
}

/** Files belong to a text the server has: waits until what was typed is there. */
function textSaved({ store }: Journal, lessonId: string, signal: AbortSignal): Promise<void> {
  const key = keyOf.homework({ lessonId });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stop = store.changes.subscribe(() => {
    const state = store.stateOf(key);
    if (state === 'conflict') reject(new Problem({ code: 'homework.changedMeanwhile', status: 409 }));
    else if (state !== 'queued') resolve();
  });
  signal.addEventListener('abort', () => reject(signal.reason as Error));
  return promise.finally(() => stop());
}

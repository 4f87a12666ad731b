import { Problem, call } from '#web/api.ts';
import type { JournalPage } from '../../pages/contract.ts';
import { contentsOf } from '../store/contents.ts';
import type { Batch, Outcome } from './queue-state.ts';
import type { QueueOwner } from './queue-store.ts';
import { learnLoad } from './homework-load.ts';
import { type Kind, type Write, type WriteOf } from './writes.ts';

/** The part of the year the page shows; what another device changed is read back from it. */
export type Shown = { readonly from: string; readonly to: string } | null;

type Sent<K extends Kind> = {
  readonly owner: QueueOwner;
  readonly id: string;
  readonly writes: readonly WriteOf<K>[];
  readonly shown: Shown;
};

/**
 * Sends one batch and answers with an outcome per write. Throws where it is worth trying again: no network, a busy
 * server, a session that is over.
 */
export async function sendBatch(owner: QueueOwner, batch: Batch, shown: Shown): Promise<readonly Outcome[]> {
  try {
    // Writes of a batch are all of its kind.
    const sent = { owner, id: batch.id, writes: batch.writes, shown };
    const send = senders[batch.kind] as (sent: unknown) => Promise<readonly Outcome[]>;
    return await send(sent);
  } catch (error) {
    if (!(error instanceof Problem) || isWorthRetrying(error)) throw error;
    const { code, facts } = error;
    return batch.writes.map(() => ({ state: 'refused', code, facts }));
  }
}

function isWorthRetrying({ status, code }: Problem): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500 || code === 'notSignedIn';
}

const senders: { readonly [K in Kind]: (sent: Sent<K>) => Promise<readonly Outcome[]> } = {
  async mark({ owner: { schoolId, pageId }, id, writes }) {
    const needed = new Map(writes.flatMap(({ needs }) => (needs === null ? [] : [[needs.id, needs]])));
    const { cells } = await call('PUT /api/schools/{schoolId}/journal-pages/{pageId}/marks', {
      params: { schoolId, pageId },
      idempotencyKey: id,
      body: {
        works: [...needed.values()],
        cells: writes.map(({ place, content, expected, reasonCode, reason }) => ({
          ...place,
          ...content,
          expected,
          reasonCode,
          reason,
        })),
      },
    });
    return cells.map((cell) => {
      if (cell.state !== 'conflict') return cell;
      const { value, comment, pointDue } = cell;
      return conflict({ value, comment, pointDue }, cell);
    });
  },
  async attendance({ owner: { schoolId, pageId }, id, writes }) {
    const { cells } = await call('PUT /api/schools/{schoolId}/journal-pages/{pageId}/attendance', {
      params: { schoolId, pageId },
      idempotencyKey: id,
      body: { cells: writes.map(({ place, content, expected }) => ({ ...place, ...content, expected })) },
    });
    return cells.map((cell) =>
      cell.state === 'conflict' ? conflict({ fact: cell.fact, minutes: cell.minutes }, cell) : cell,
    );
  },
  async finalMark({ owner: { schoolId, pageId }, id, writes }) {
    const { cells } = await call('PUT /api/schools/{schoolId}/journal-pages/{pageId}/final-marks', {
      params: { schoolId, pageId },
      idempotencyKey: id,
      body: {
        cells: writes.map(({ place, content, expected, reason }) => ({
          ...place,
          ...content,
          expected,
          reason,
        })),
      },
    });
    return cells.map((cell) => (cell.state === 'conflict' ? conflict({ value: cell.value }, cell) : cell));
  },
  work: (sent) =>
    sendSingle(sent, async ({ place: { workId }, content, expected }) => {
      const { schoolId, pageId } = sent.owner;
      return call('PUT /api/schools/{schoolId}/journal-pages/{pageId}/works/{workId}', {
        params: { schoolId, pageId, workId },
        idempotencyKey: sent.id,
        body: { ...content, expected },
      });
    }),
  record: (sent) =>
    sendSingle(sent, async ({ place: { lessonId }, content, expected }) =>
      call('PUT /api/schools/{schoolId}/lessons/{lessonId}/record', {
        params: { schoolId: sent.owner.schoolId, lessonId },
        idempotencyKey: sent.id,
        body: { ...content, expected },
      }),
    ),
  homework: (sent) =>
    sendSingle(sent, async ({ place: { lessonId }, content, expected }) => {
      const { version, dueLessonId, dueDate, warning } = await call(
        'PUT /api/schools/{schoolId}/lessons/{lessonId}/homework',
        {
          params: { schoolId: sent.owner.schoolId, lessonId },
          idempotencyKey: sent.id,
          body: { ...content, expected },
        },
      );
      learnLoad(lessonId, warning);
      return { version, content: { ...content, dueLessonId, dueDate } };
    }),
};

/** Topic, homework, work: one by one; on a conflict what the other device wrote is read back. */
async function sendSingle<K extends 'work' | 'record' | 'homework'>(
  { owner, writes, shown }: Sent<K>,
  send: (write: WriteOf<K>) => Promise<{ version: number; content?: Write['content'] }>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const write of writes) {
    try {
      outcomes.push({ state: 'written', ...(await send(write)) });
    } catch (error) {
      if (!(error instanceof Problem) || !error.code.endsWith('.changedMeanwhile')) throw error;
      const page = await readPage(owner, shown);
      const theirs = contentsOf(page).get(write.key);
      outcomes.push({
        state: 'conflict',
        theirs: theirs?.content ?? null,
        version: theirs?.version ?? 0,
        authorName: null,
        at: null,
      });
    }
  }
  return outcomes;
}

async function readPage({ schoolId, pageId }: QueueOwner, shown: Shown): Promise<JournalPage> {
  return call('GET /api/schools/{schoolId}/journal-pages/{pageId}', {
    params: { schoolId, pageId },
    query: shown ?? {},
  });
}

function conflict(
  theirs: Write['content'],
  { version, authorName, at }: { version: number; authorName: string | null; at: string | null },
): Outcome {
  return { state: 'conflict', theirs, version, authorName, at };
}

import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { restorableDays } from '#platform/files/sweep-files.ts';
import type { FileStore, KeptFile } from '#platform/files/store.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { announce } from '#platform/outbox/announce.ts';
import { platformProblem, Problem, refuse } from '#platform/problem.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { homeworkTopics, refuseClosed } from '../assignments/commands.ts';
import type { LessonToGiveAt } from '../assignments/queries.ts';
import { homeworkFilesChanged, type HomeworkFilesChanged } from '../events.ts';
import type { HomeworkFile } from './contract.ts';
import { everyFile, type FileRow, insertFiles, lockHomework, markRemoved } from './queries.ts';
import { roomFor } from './rules.ts';

type At = {
  readonly lesson: LessonToGiveAt;
  /** The moment the school lives in. */
  readonly now: Date;
};

/** Ties a kept file to the homework of a lesson. The id is the client's: the same file under it again changes nothing. */
export async function attachFile(
  tx: AnyTx,
  actor: Actor,
  { lesson, now, id, file }: At & { readonly id: string; readonly file: KeptFile },
): Promise<{ files: HomeworkFile[] }> {
  const { homeworkId, rows } = await filesAt(tx, actor, lesson);
  const known = rows.find((row) => row.id === id);
  if (known) {
    if (known.sha256 !== file.sha256) throw new Problem('idempotencyKeyReused', 422);
    return { files: standing(rows) };
  }
  refuseFull(rows, file.size);
  const { name, kind, size, sha256 } = file;
  const row: FileRow = { id, name, kind, size, sha256, position: nextPosition(rows), removedAt: null };
  await write(tx, actor, { homeworkId, rows: [row], now });
  const files = standing([...rows, row]);
  await tell(tx, actor, { lesson, homeworkId, action: 'homework.attachFile', fileIds: [id] });
  return { files };
}

/** Takes a file off, or puts it back while its bytes are still kept. */
export async function removeFile(
  tx: AnyTx,
  actor: Actor,
  {
    lesson,
    now,
    id,
    isRemoved,
    files,
  }: At & {
    readonly id: string;
    readonly isRemoved: boolean;
    readonly files: Pick<FileStore, 'has'>;
  },
): Promise<{ files: HomeworkFile[] }> {
  const { homeworkId, rows } = await filesAt(tx, actor, lesson);
  const row = rows.find((one) => one.id === id);
  if (!row) throw platformProblem('notFound');
  if ((row.removedAt !== null) === isRemoved) return { files: standing(rows) };
  if (row.removedAt !== null) {
    const days = (now.getTime() - Date.parse(row.removedAt)) / 86_400_000;
    if (days > restorableDays || !(await files.has(row.sha256))) refuse('homework.fileGone');
    refuseFull(rows, row.size);
  }
  const removedAt = isRemoved ? now.toISOString() : null;
  await tx.run(markRemoved, [actor.schoolId, homeworkId, id, removedAt, isRemoved ? actor.personId : null]);
  const action = isRemoved ? 'homework.removeFile' : 'homework.restoreFile';
  await tell(tx, actor, { lesson, homeworkId, action, fileIds: [id] });
  return { files: standing(rows.map((one) => (one === row ? { ...row, removedAt } : one))) };
}

/** The files of another lesson's homework too, by rows alone: their bytes are kept once. */
export async function copyFiles(
  tx: AnyTx,
  actor: Actor,
  { lesson, from, now, key }: At & { readonly from: LessonToGiveAt; readonly key: CommandKey },
): Promise<{ files: HomeworkFile[]; copiedIds: string[] }> {
  type Result = { files: HomeworkFile[]; copiedIds: string[] };
  const before = await claimKey<Result>(tx, actor, key);
  if (before) return before;
  const { homeworkId, rows } = await filesAt(tx, actor, lesson);
  const [source] = await tx.rows<{ id: string }>(lockHomework, [actor.schoolId, from.id]);
  const theirs = source ? await tx.rows<FileRow>(everyFile, [actor.schoolId, source.id]) : [];
  const here = new Set(rows.filter(isStanding).map(({ sha256 }) => sha256));
  const all = [...rows];
  for (const { name, kind, size, sha256 } of theirs.filter(isStanding)) {
    if (here.has(sha256)) continue;
    refuseFull(all, size);
    all.push({ id: uuidv7(), name, kind, size, sha256, position: nextPosition(all), removedAt: null });
  }
  const copied = all.slice(rows.length);
  const copiedIds = copied.map(({ id }) => id);
  if (copied.length > 0) {
    await write(tx, actor, { homeworkId, rows: copied, now });
    await tell(tx, actor, { lesson, homeworkId, action: key.endpoint, fileIds: copiedIds });
  }
  const result: Result = { files: standing(all), copiedIds };
  await keepResult(tx, actor, { key, result });
  return result;
}

const isStanding = ({ removedAt }: FileRow) => removedAt === null;

function standing(rows: readonly FileRow[]): HomeworkFile[] {
  return rows.filter(isStanding).map(({ id, name, kind, size }) => ({ id, name, kind, size }));
}

const nextPosition = (rows: readonly FileRow[]) => Math.max(0, ...rows.map(({ position }) => position)) + 1;

/** The homework of an open lesson, locked, with its files. */
async function filesAt(
  tx: AnyTx,
  actor: Actor,
  lesson: LessonToGiveAt,
): Promise<{ readonly homeworkId: string; readonly rows: readonly FileRow[] }> {
  refuseClosed(lesson, actor);
  const [homework] = await tx.rows<{ id: string }>(lockHomework, [actor.schoolId, lesson.id]);
  if (!homework) refuse('homework.notGiven');
  return { homeworkId: homework.id, rows: await tx.rows<FileRow>(everyFile, [actor.schoolId, homework.id]) };
}

function refuseFull(rows: readonly FileRow[], size: number): void {
  const refused = roomFor(rows.filter(isStanding), size);
  if (refused) refuse(refused.code, { limit: refused.limit });
}

async function write(
  tx: AnyTx,
  { schoolId, personId, sessionId }: Actor,
  { homeworkId, rows, now }: { homeworkId: string; rows: readonly FileRow[]; now: Date },
): Promise<void> {
  const values = [schoolId, homeworkId, JSON.stringify(rows), personId, sessionId, now.toISOString()];
  const written = await tx.run(insertFiles, values);
  // The id is known elsewhere in the school.
  if (written < rows.length) throw new Problem('idempotencyKeyReused', 422);
}

async function tell(
  tx: AnyTx,
  actor: Actor,
  given: {
    readonly lesson: LessonToGiveAt;
    readonly homeworkId: string;
    readonly action: string;
    readonly fileIds: readonly string[];
  },
): Promise<void> {
  const { lesson, homeworkId, action, fileIds } = given;
  const payload: HomeworkFilesChanged = { pageId: lesson.pageId, lessonId: lesson.id, homeworkId };
  await recordAct(tx, { ...actor, action, subject: { ...payload, fileIds } });
  await announce(tx, { name: homeworkFilesChanged, topics: await homeworkTopics(tx, lesson), payload });
}

import type { Actor } from '#platform/actor.ts';
import { Problem, refuse } from '#platform/problem.ts';
import type { BlindIndex } from '#platform/secrets/blind-index.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';
import type { AnyTx } from '#platform/serve.ts';
import { UnreadableFile } from '#platform/spreadsheet/index.ts';
import { fieldsOf, type Field } from '../roster-file/columns.ts';
import { isError } from '../roster-file/fault.ts';
import type { ChosenColumns } from '../roster-file/find-table.ts';
import {
  importRosterIn,
  NotReady,
  type ImportFile,
  type RosterImport,
  type RosterOutcome,
} from '../roster-import/import-roster.ts';
import { stopsImport } from '../timetable-import/finding.ts';
import { importTimetableIn } from '../timetable-import/import-timetable.ts';
import type { ListsBody, ListsReply, TimetableBody, TimetableReply } from './contract.ts';
import { requireKinds } from './policy.ts';
import { shownTable } from './facts.ts';

export type Keys = { readonly cipher: FieldCipher; readonly index: BlindIndex };

const shownDifferences = 2000;

/** A trial of some lists, or the writing of one somebody agreed to, in the request's own transaction. */
export async function loadLists(
  tx: AnyTx,
  { actor, keys, now }: { readonly actor: Actor; readonly keys: Keys; readonly now: Date },
  body: ListsBody,
): Promise<ListsReply> {
  const outcome = await rosterOf(tx, { actor, keys, now }, body);
  const { differences, faults, unchanged, errors, fingerprint, rows } = outcome;
  const of = (kind: 'new' | 'changed' | 'retired') => differences.filter((one) => one.kind === kind).length;
  const counts = { new: of('new'), changed: of('changed'), retired: of('retired') };
  const state = stateOf({ ...outcome, agreed: body.agreed });
  return {
    state,
    tables: outcome.tables.map((table) => shownTable(table, chosenOf(body).get(table.sheet))),
    rows,
    counts: { ...counts, unchanged, errors },
    differences: differences.slice(0, shownDifferences).map((one) => ({ ...one, fields: [...one.fields] })),
    faults: faults.map((fault) => ({ ...fault, facts: { ...fault.facts }, isError: isError(fault) })),
    fingerprint,
  };
}

/** What an import of lists comes to; refuses what cannot be read and what is not for this person. */
export async function rosterOf(
  tx: AnyTx,
  { actor, keys, now }: { readonly actor: Actor; readonly keys: Keys; readonly now: Date },
  body: ListsBody,
): Promise<RosterOutcome> {
  const given: RosterImport = {
    schoolId: actor.schoolId,
    files: body.files.map(fileOf),
    date: body.date,
    commits: body.agreed !== null,
    skipsBadRows: body.skipsBadRows,
    columns: chosenOf(body),
    ...(body.agreed === null ? {} : { expected: body.agreed }),
  };
  const outcome = await worded(() => importRosterIn(tx, { keys, by: actor, now }, given));
  // After the writing, in its transaction: a refusal takes everything back.
  requireKinds(
    actor,
    outcome.tables.map(({ kind }) => kind),
  );
  return outcome;
}

/** A trial of a timetable, or the writing of one somebody agreed to. */
export async function loadTimetable(
  tx: AnyTx,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  body: TimetableBody,
): Promise<TimetableReply> {
  const { file, agreed, ...wish } = body;
  const outcome = await worded(() =>
    importTimetableIn(
      tx,
      { by: actor, now },
      {
        ...wish,
        schoolId: actor.schoolId,
        file: fileOf(file),
        commits: agreed !== null,
        ...(agreed === null ? {} : { expected: agreed }),
      },
    ),
  );
  const { added, changed, retired, unchanged, errors, cards } = outcome;
  const state = stateOf({ ...outcome, agreed });
  return {
    state,
    span: outcome.span,
    counts: { cards, added, changed, retired, unchanged, errors },
    isTemplateNew: outcome.isTemplateNew,
    pages: outcome.pages.map((page) => ({ ...page })),
    findings: outcome.findings.map((one) => ({ ...one, facts: { ...one.facts }, isError: stopsImport(one) })),
    names: outcome.names,
    fingerprint: outcome.fingerprint,
  };
}

type Ended = {
  readonly isCommitted: boolean;
  readonly fingerprint: string;
  readonly agreed: string | null;
};

function stateOf({ isCommitted, fingerprint, agreed }: Ended): ListsReply['state'] {
  if (agreed === null) return 'trial';
  if (isCommitted) return 'written';
  return agreed === fingerprint ? 'hasErrors' : 'outdated';
}

const fileOf = ({ name, content }: { readonly name: string; readonly content: string }): ImportFile => ({
  name,
  bytes: Buffer.from(content, 'base64'),
});

function chosenOf({ columns }: Pick<ListsBody, 'columns'>): ReadonlyMap<string, ChosenColumns> {
  const known = new Set<string>(fieldsOf('all'));
  const chosen = new Map<string, Map<number, Field | null>>();
  for (const { sheet, index, field } of columns) {
    if (field !== null && !known.has(field)) continue;
    const held = chosen.get(sheet) ?? new Map<number, Field | null>();
    held.set(index, field as Field | null);
    chosen.set(sheet, held);
  }
  return chosen;
}

/** What the engine throws becomes a refusal with its facts. */
export async function worded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof UnreadableFile)
      refuse('imports.unreadable', { reason: error.code, ...error.facts }, 422);
    if (error instanceof NotReady) refuse('imports.notReady', { reason: error.code });
    throw error;
  }
}

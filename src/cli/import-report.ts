import {
  backText,
  differenceSentence,
  faultSentence,
  findingSentence,
  isError,
  keptText,
  stopsImport,
  undoPlace,
  type ImportUndo,
  type ImportWords,
  type RosterOutcome,
  type TimetableOutcome,
} from '#modules/integrations/index.ts';

/** Longer lists are cut: a secretary reads the first mistakes, a program reads `--json`. */
const longestList = 50;

/** What an import of lists would do or has done, as text for a person. */
export function rosterText(outcome: RosterOutcome, commits: boolean, words: ImportWords): string {
  const { differences, faults, unchanged, errors } = outcome;
  const sentences = (list: RosterOutcome['faults']) => list.map((fault) => faultSentence(fault, words));
  return [
    ...section(words.errorsTitle, sentences(faults.filter(isError)), words),
    ...section(words.remarksTitle, sentences(faults.filter((fault) => !isError(fault))), words),
    ...section(
      words.differencesTitle,
      differences.map((one) => differenceSentence(one, words)),
      words,
    ),
    words.counts({ differences: differences.length, unchanged, errors }),
    verdict({ ...outcome, commits, isEmpty: differences.length === 0, refused: words.refused }, words),
  ].join('\n');
}

export function timetableText(outcome: TimetableOutcome, commits: boolean, words: ImportWords): string {
  const { findings, added, changed, retired, isTemplateNew, span } = outcome;
  const sentences = (list: TimetableOutcome['findings']) => list.map((one) => findingSentence(one, words));
  const isEmpty = added + changed + retired === 0 && !isTemplateNew;
  return [
    ...section(words.errorsTitle, sentences(findings.filter(stopsImport)), words),
    ...section(words.remarksTitle, sentences(findings.filter((one) => !stopsImport(one))), words),
    words.timetable.span(span.from, span.to),
    words.timetable.counts(outcome),
    verdict({ ...outcome, commits, isEmpty, refused: words.timetable.refused }, words),
  ].join('\n');
}

/** What taking an import back comes to. */
export function undoText({ head, back, kept, isCommitted }: ImportUndo, words: ImportWords): string {
  const line = (of: ImportUndo['kept'][number]['of'], name: string, note: string) =>
    [`${undoPlace(of, words)} ${name}`, note].filter((part) => part !== '').join(': ');
  const going = (kind: ImportUndo['back'][number]['kind']) =>
    back.filter((one) => one.kind === kind).map((one) => line(one.of, one.name, backText(one, words)));
  const staying = kept.map((one) => line(one.of, one.name, keptText(one, words)));
  const [removed, restored] = [going('removed'), going('restored')];
  return [
    words.undo.head(head.files.join(', ')),
    '',
    ...section(words.undo.keptTitle, staying, words),
    ...section(words.undo.removedTitle, removed, words),
    ...section(words.undo.restoredTitle, restored, words),
    words.undo.counts({ removed: removed.length, restored: restored.length, kept: staying.length }),
    isCommitted ? words.undo.committed : words.dryRun,
  ].join('\n');
}

type Verdict = {
  readonly commits: boolean;
  readonly isCommitted: boolean;
  readonly isEmpty: boolean;
  readonly refused: string;
};

function verdict({ commits, isCommitted, isEmpty, refused }: Verdict, words: ImportWords): string {
  if (!commits) return isEmpty ? words.nothingToWrite : words.dryRun;
  if (!isCommitted) return refused;
  return isEmpty ? words.nothingToWrite : words.committed;
}

function section(title: string, lines: readonly string[], words: ImportWords): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - longestList;
  return [
    `${title}:`,
    ...lines.slice(0, longestList).map((line) => `  ${line}`),
    ...(more > 0 ? [`  ${words.more(more)}`] : []),
    '',
  ];
}

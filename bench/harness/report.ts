/** One figure of a measurement and what it is held to; null = told, not judged. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly bar: { readonly atLeast: number } | { readonly atMost: number } | null;
};

export type Report = {
  readonly name: string;
  /** What was measured against what, in one sentence. */
  readonly about: string;
  readonly figures: readonly Figure[];
  /** A table of details; every row has the same keys. */
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  /** What a reader must know to judge the figures. */
  readonly notes: readonly string[];
};

export const atLeast = (bar: number) => ({ atLeast: bar });
export const atMost = (bar: number) => ({ atMost: bar });

/** True, false, or null for a figure that is only told. */
export function isWithin({ value, bar }: Figure): boolean | null {
  if (bar === null) return null;
  return 'atLeast' in bar ? value >= bar.atLeast : value <= bar.atMost;
}

/** Prints as a table or as one JSON line; the exit code is 1 when a bar is missed. */
export function printReport(report: Report, { json }: { readonly json: boolean }): void {
  const missed = report.figures.filter((figure) => isWithin(figure) === false);
  if (missed.length > 0) process.exitCode = 1;
  if (json) {
    const figures = report.figures.map((figure) => ({ ...figure, within: isWithin(figure) }));
    console.log(JSON.stringify({ ...report, figures, passed: missed.length === 0 }));
    return;
  }
  console.log(`\n${report.name}: ${report.about}\n`);
  if (report.rows.length > 0) console.log(`${table(report.rows)}\n`);
  console.log(table(report.figures.map(asRow)));
  for (const note of report.notes) console.log(`- ${note}`);
  console.log('');
}

/** Three digits that matter; whole numbers as they are. */
export function rounded(value: number): number {
  return Number.isInteger(value) || Math.abs(value) >= 1000
    ? Math.round(value)
    : Number(value.toPrecision(3));
}

function asRow(figure: Figure): Record<string, string | number> {
  const { bar } = figure;
  const within = isWithin(figure);
  return {
    figure: figure.what,
    value: `${rounded(figure.value)} ${figure.unit}`.trim(),
    bar: bar === null ? '' : 'atLeast' in bar ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`,
    '': within === null ? '' : within ? 'ok' : 'MISSED',
  };
}

function table(rows: Report['rows']): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => textOf(row[name])))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

function textOf(cell: string | number | undefined): string {
  return typeof cell === 'number' ? String(rounded(cell)) : (cell ?? '');
}

import type { DemoWords } from './ru.ts';
import type { ShownAccount, ShownStudent } from './shown-accounts.ts';

export type Ready = {
  readonly url: string;
  readonly now: Date;
  readonly accounts: readonly ShownAccount[];
  readonly students: readonly ShownStudent[];
};

/** One line of JSON for programs. */
export function readyLine({ url, now, accounts, students }: Ready): string {
  const openapi = `${url}/api/openapi.json`;
  return `${JSON.stringify({ url, openapi, schoolNow: now.toISOString(), accounts, students })}\n`;
}

/** The address and one account per role, for people. */
export function readyTable({ url, now, accounts }: Ready, words: DemoWords): string {
  const lines = accounts.map(
    ({ role, login, person }) => [words.roles[role], login, person?.name ?? '—'] as const,
  );
  const widths = [0, 1].map((column) =>
    Math.max(...[words.columns, ...lines].map((line) => line[column as 0 | 1].length)),
  );
  const row = (line: readonly [string, string, string]) =>
    `  ${line[0].padEnd(widths[0] ?? 0)}   ${line[1].padEnd(widths[1] ?? 0)}   ${line[2]}`;
  return [
    '',
    `  ${words.title}`,
    `  ${url}`,
    '',
    `  ${words.schoolTime(now)}`,
    '',
    row(words.columns),
    ...lines.map(row),
    '',
    `  ${words.password(accounts[0]?.password ?? '')}`,
    `  ${words.stopHint}`,
    '',
    '',
  ].join('\n');
}

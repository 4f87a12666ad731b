import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportFile, ImportWords, NameMap } from '#modules/integrations/index.ts';
import { limits } from '#platform/spreadsheet/index.ts';
import { CommandFailure, type Language } from './command.ts';
import { importCommandWords } from './import-command-words.ts';

/** Reads the files, each asked for its size before it is opened. */
export function readFiles(paths: readonly string[], words: ImportWords): readonly ImportFile[] {
  return paths.map((path) => {
    const { size } = statSync(path);
    if (size > limits.bytes)
      throw new CommandFailure(words.place(path, words.unreadable['file.tooLarge']({ limit: limits.bytes })));
    return { name: basename(path), bytes: readFileSync(path) };
  });
}

export function dateOption(option: string, value: string | undefined, language: Language): string | null {
  if (value === undefined) return null;
  const moment = new Date(`${value}T00:00:00Z`);
  const isDate = /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(moment.getTime());
  if (isDate && moment.toISOString().startsWith(value)) return value;
  throw new CommandFailure(importCommandWords[language].badDate(option, value));
}

export function schoolOption(value: string | undefined, language: Language): number {
  const id = /^\d{1,9}$/u.test(value ?? '') ? Number(value) : 0;
  if (id > 0) return id;
  throw new CommandFailure(importCommandWords[language].noSchool);
}

/** `A:2026-09-01` */
export function anchorOption(
  value: string | undefined,
  language: Language,
): { readonly cycle: 'A' | 'B'; readonly date: string } | null {
  if (value === undefined) return null;
  const match = /^([ABАВ]):(.+)$/iu.exec(value);
  if (!match) throw new CommandFailure(importCommandWords[language].badAnchor(value));
  const date = dateOption('anchor-week', match[2], language) ?? '';
  return { cycle: /[AА]/iu.test(match[1] ?? '') ? 'A' : 'B', date };
}

export function mapOption(path: string | undefined, language: Language): NameMap {
  if (path === undefined) return {};
  const words = importCommandWords[language];
  const text = readFileSync(path, 'utf8');
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new CommandFailure(words.badMap(path));
  }
  if (!isNameMap(read)) throw new CommandFailure(words.badMap(path));
  return read;
}

const mapKinds = new Set(['classes', 'subjects', 'teachers', 'rooms']);

function isNameMap(read: unknown): read is NameMap {
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return false;
  return Object.entries(read).every(
    ([kind, names]) =>
      mapKinds.has(kind) &&
      typeof names === 'object' &&
      names !== null &&
      Object.values(names as Record<string, unknown>).every((name) => typeof name === 'string'),
  );
}

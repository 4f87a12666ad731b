/** A cell as a person sees it, with its place for messages: «Лист1!C7». */
export type Cell = {
  /** Trimmed text; numbers in plain notation, dates `YYYY-MM-DD`; '' = empty. */
  readonly text: string;
  /** What the file says it is; a text that looks like a date is a text. */
  readonly kind: 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'error';
  /** `C7` */
  readonly address: string;
};

export type Sheet = {
  readonly name: string;
  /** Rows as they stand in the file, row 1 first; missing cells are empty. */
  readonly rows: readonly (readonly Cell[])[];
};

/** A file that cannot be read at all; `code` is worded by the commands and pages, `facts` fill the sentence. */
export class UnreadableFile extends Error {
  readonly code: UnreadableCode;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: UnreadableCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'UnreadableFile';
    this.code = code;
    this.facts = facts;
  }
}

export type UnreadableCode =
  | 'file.empty'
  | 'file.tooLarge'
  | 'file.tooManyRows'
  | 'file.tooManyColumns'
  | 'file.expandsTooMuch'
  | 'file.notAWorkbook'
  | 'file.oldExcel'
  | 'file.encrypted'
  | 'file.brokenXml'
  | 'file.unknownEncoding'
  | 'file.brokenQuotes'
  | 'asc.notATimetable'
  | 'asc.oldFormat';

/** What a secretary's file may hold; far above any school's need, far below what hurts the server. */
export const limits = {
  /** bytes of the file */
  bytes: 20 * 1024 * 1024,
  /** bytes of all its parts unpacked */
  expandedBytes: 100 * 1024 * 1024,
  rows: 50_000,
  columns: 256,
} as const;

/** `0 → A`, `26 → AA` */
export function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Text without the blanks people do not see: NBSP, zero-width signs, line breaks at the ends. */
export function visibleText(raw: string): string {
  return raw
    .normalize('NFC')
    .replaceAll(/[\u200b-\u200d\u2060\ufeff]/gu, '')
    .replaceAll(/[\u00a0\u202f\t]/gu, ' ')
    .trim();
}

/** Purposes every school begins with; it may switch them off and add its own. */
export const purposeCodes = ['gosuslugi', 'notices', 'photo', 'ratings', 'portfolio', 'chat'] as const;
export type PurposeCode = (typeof purposeCodes)[number];

export const isPurposeCode = (code: string | null): code is PurposeCode =>
  (purposeCodes as readonly (string | null)[]).includes(code);

export const longest = { title: 120, body: 12_000 } as const;

/** A text as it is kept and hashed: line ends of one kind, no blanks at their ends, at most one empty line. */
export function tidyText(text: string): string {
  return text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[ \t]+$/gmu, '')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}

export const paragraphs = (text: string): readonly string[] => text.split('\n\n');

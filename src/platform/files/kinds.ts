/** What may be kept: everything else is refused. The first ending is the one a file gets whose own one is wrong. */
export const fileKinds = {
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jfif'] },
  png: { type: 'image/png', endings: ['png'] },
  webp: { type: 'image/webp', endings: ['webp'] },
  gif: { type: 'image/gif', endings: ['gif'] },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  pptx: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    endings: ['pptx', 'ppsx'],
  },
  odt: { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  odp: { type: 'application/vnd.oasis.opendocument.presentation', endings: ['odp'] },
  txt: { type: 'text/plain; charset=utf-8', endings: ['txt'] },
  mp3: { type: 'audio/mpeg', endings: ['mp3'] },
  m4a: { type: 'audio/mp4', endings: ['m4a'] },
} as const satisfies Record<string, { readonly type: string; readonly endings: readonly string[] }>;

export type FileKind = keyof typeof fileKinds;

export const fileKindNames = Object.keys(fileKinds) as [FileKind, ...FileKind[]];

/** Why a file is not kept; the pages word it. */
export type RefusedBecause =
  | 'empty'
  | 'damaged'
  | 'encrypted'
  | 'html'
  | 'svg'
  | 'script'
  | 'executable'
  | 'macros'
  | 'oldOffice'
  | 'archive'
  | 'bomb'
  | 'heic'
  | 'video'
  | 'notUtf8'
  | 'unknown';

/**
 * A file as its bytes show it. `parts` are what is kept of it, views of the same bytes: photographs lose where and by
 * whose device they were taken.
 */
export type Judged =
  | { readonly kind: FileKind; readonly parts: readonly Uint8Array[] }
  | { readonly refused: RefusedBecause };

/** Browsers show these themselves; everything else is saved first. */
const shown: ReadonlySet<FileKind> = new Set(['pdf', 'jpeg', 'png', 'webp', 'gif']);
export const isShownInBrowser = (kind: FileKind) => shown.has(kind);

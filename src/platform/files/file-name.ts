import { type FileKind, fileKinds } from './kinds.ts';

const longest = 120;

/** Every ending of a kind that is kept: a wrong one of these is replaced, any other stays in the name. */
const knownEndings: ReadonlySet<string> = new Set(
  Object.values(fileKinds).flatMap(({ endings }) => [...endings]),
);

/**
 * The name a file is shown and saved under: no folders, no control characters, nothing that turns the direction of
 * writing or cannot be seen, none of the signs Windows keeps for itself, and the ending its bytes deserve.
 */
export function cleanFileName(given: string, kind: FileKind): string {
  const plain = given
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[.\s]+/u, '')
    .replace(/[.\s]+$/u, '');
  const { endings } = fileKinds[kind];
  const [, stem = plain, ending = ''] = /^(.+)\.([^.]{1,8})$/u.exec(plain) ?? [];
  const isRight = (endings as readonly string[]).includes(ending.toLowerCase());
  const base = isRight || knownEndings.has(ending.toLowerCase()) ? stem : plain;
  const shown = isRight ? ending : endings[0];
  const room = longest - shown.length - 1;
  return `${[...(base || 'file')].slice(0, room).join('').trimEnd()}.${shown}`;
}

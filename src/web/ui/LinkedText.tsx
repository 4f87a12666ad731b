import { unbroken } from '../typography.ts';
import { textPieces } from './linked-text.ts';

/** A text of a teacher: lines as they were written, addresses to follow in a page of their own. */
export function LinkedText({ text }: { text: string }) {
  return (
    <p class="linked-text">
      {textPieces(text).map((piece, at) =>
        piece.kind === 'words' ? (
          unbroken(piece.text)
        ) : (
          <a key={String(at)} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
            {piece.shown}
          </a>
        ),
      )}
    </p>
  );
}

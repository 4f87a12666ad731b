/** A piece of a text: words as they are, or an address to follow. */
export type TextPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'address'; readonly href: string; readonly shown: string };

/** Only http and https: nothing a browser would run. A sign that ends a sentence is not of the address. */
const address = /https?:\/\/[^\s<>"«»]+/giu;
const longest = 48;

/** Takes a text apart into words and addresses, in order. */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  const words = (until: number) => {
    if (until > from) pieces.push({ kind: 'words', text: text.slice(from, until) });
  };
  for (const match of text.matchAll(address)) {
    const written = match[0].replace(/[.,;:!?)\]…]+$/u, '');
    const href = safeHref(written);
    if (href === null) continue;
    words(match.index);
    const bare = written.replace(/^https?:\/\/(www\.)?/iu, '').replace(/\/$/u, '');
    pieces.push({
      kind: 'address',
      href,
      shown: bare.length > longest ? `${bare.slice(0, longest)}…` : bare,
    });
    from = match.index + written.length;
  }
  words(text.length);
  return pieces;
}

function safeHref(written: string): string | null {
  try {
    const { protocol, hostname, href } = new URL(written);
    return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') ? href : null;
  } catch {
    return null;
  }
}

/** The candidate that differs from what was written in few letters, or null when none is near. */
export function nearest(written: string, candidates: Iterable<string>): string | null {
  const wanted = plain(written);
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const name of candidates) {
    const distance = editDistance(wanted, plain(name), best?.distance ?? limitOf(wanted) + 1);
    if (distance < (best?.distance ?? limitOf(wanted) + 1)) best = { name, distance };
  }
  return best?.name ?? null;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** One wrong letter in four. */
const limitOf = (text: string) => Math.max(1, Math.floor(text.length / 4));

/** Levenshtein's distance; anything from `enough` on may be answered as `enough`. */
function editDistance(one: string, other: string, enough: number): number {
  if (Math.abs(one.length - other.length) >= enough) return enough;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const swap = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    if (Math.min(...next) >= enough) return enough;
    row = next;
  }
  return row.at(-1) ?? enough;
}

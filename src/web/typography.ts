/** Word joiner: forbids a line break where a dash would allow one. */
const joiner = '\u2060';

/**
 * Keeps together what a line break must not part in words people typed: «№ 412», «§ 17», «с. 96»,
 * «упр. 214», «2–4». For showing only: what is stored stays as typed.
 */
export function unbroken(text: string): string {
  return text
    .replace(
      /(^|[\s(])(№|§|с\.|стр\.|п\.|пп\.|гл\.|упр\.|зад\.|рис\.|табл\.|ex\.|p\.) (?=\d)/giu,
      '$1$2\u00a0',
    )
    .replace(/(\d)([–-])(?=\d)/g, `$1$2${joiner}`);
}

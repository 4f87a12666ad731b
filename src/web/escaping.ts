/** Inert JSON for the scripts of a page. Nothing in it can close the element or open a comment. */
export function dataBlock(content: Readonly<Record<string, unknown>>): string {
  const json = JSON.stringify(content)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `<script type="application/json" id="view-data">${json}</script>`;
}

/** Text between tags. */
export function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

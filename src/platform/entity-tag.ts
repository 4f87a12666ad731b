/** A weak entity tag: bodies are compressed on the way, so bytes may differ. */
export function entityTag(version: string): string {
  return `W/"${version}"`;
}

/** Does `If-None-Match` name this version? Weak comparison (RFC 9110, 13.1.2). */
export function matchesTag(header: string | undefined, version: string): boolean {
  if (header === undefined) return false;
  if (header === `W/"${version}"`) return true;
  return header.split(',').some((tag) => {
    const bare = tag.trim();
    return bare === '*' || bare.replace(/^W\//, '') === `"${version}"`;
  });
}

import type { FileText } from './file-rules.ts';

/** `statement('module.what', …)`: the server plans a text under its name once a connection. */
const named = /\bstatement\(\s*'([\w.]+)'/g;

/** Names two statements of the product share: the second to run on a connection would fail. */
export function statementFaults(files: readonly FileText[]): readonly string[] {
  const seen = new Map<string, string>();
  return files
    .filter(({ place }) => !place.isTest)
    .flatMap(({ path, text }) =>
      [...text.matchAll(named)].flatMap(([, name = '']) => {
        const first = seen.get(name);
        if (first === undefined) seen.set(name, path);
        return first === undefined ? [] : [`${path}: the statement «${name}» is named in ${first} already`];
      }),
    );
}

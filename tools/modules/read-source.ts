import { parseSync, Visitor, type Expression, type Program } from 'oxc-parser';

/** One import of a file, however it is written: statement, re-export, `import()` or an import type. */
export type ImportLink = { specifier: string; line: number; isType: boolean };

export type Source = { imports: readonly ImportLink[]; faults: readonly string[] };

/** All imports of a TypeScript file; `faults` are the parser's complaints. */
export function readSource(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const imports: ImportLink[] = [];
  for (const { moduleRequest, entries, start, end } of module.staticImports) {
    const wholeType = /^import\s+type\b/.test(text.slice(start, end));
    const namesType = entries.length > 0 && entries.every(({ isType }) => isType);
    imports.push({ specifier: moduleRequest.value, line: lineAt(start), isType: wholeType || namesType });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType, start } of entries) {
      if (moduleRequest !== null) {
        imports.push({ specifier: moduleRequest.value, line: lineAt(start), isType });
      }
    }
  }
  // The module record knows neither `import('…')` types nor the text of `import()`.
  visitImports(program, (node) => imports.push({ ...node, line: lineAt(node.start) }));
  return { imports, faults: errors.map(({ message }) => message) };
}

type FoundImport = { specifier: string; start: number; isType: boolean };

function visitImports(program: Program, found: (node: FoundImport) => void): void {
  new Visitor({
    ImportExpression({ source, start }) {
      found({ specifier: literalOf(source), start, isType: false });
    },
    TSImportType({ source, start }) {
      found({ specifier: source.value, start, isType: true });
    },
  }).visit(program);
}

/** An address made at run time cannot be checked; the empty one is reported as such. */
function literalOf(source: Expression): string {
  if (source.type === 'TSAsExpression') return literalOf(source.expression);
  return source.type === 'Literal' && typeof source.value === 'string' ? source.value : '';
}

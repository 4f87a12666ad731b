import { parseSync, type Expression } from 'oxc-parser';

export type ModuleGraph = Readonly<Record<string, readonly string[]>>;

/**
 * Reads `export const moduleGraph = { journal: ['roster', …], … }` without running the file, which would
 * start loading every module. `null` when it is not written as plain names.
 */
export function readModuleGraph(path: string, text: string): ModuleGraph | null {
  for (const statement of parseSync(path, text).program.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    if (statement.declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declaration.declarations) {
      if (id.type === 'Identifier' && id.name === 'moduleGraph' && init) return graphOf(init);
    }
  }
  return null;
}

/** What a module may use: what it lists and what those use. */
export function reachable(graph: ModuleGraph, module: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...(graph[module] ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(graph[next] ?? []));
  }
  return reached;
}

function graphOf(expression: Expression): ModuleGraph | null {
  if (expression.type === 'TSAsExpression' || expression.type === 'TSSatisfiesExpression') {
    return graphOf(expression.expression);
  }
  if (expression.type !== 'ObjectExpression') return null;
  const graph: Record<string, readonly string[]> = {};
  for (const property of expression.properties) {
    if (property.type !== 'Property' || property.value.type !== 'ArrayExpression') return null;
    const name = literalName(property.key);
    const listed = property.value.elements.map((element) => (element === null ? null : literalName(element)));
    if (name === null || listed.some((entry) => entry === null)) return null;
    graph[name] = listed.filter((entry) => entry !== null);
  }
  return graph;
}

function literalName(node: { type: string; name?: unknown; value?: unknown }): string | null {
  if (node.type === 'Identifier' && typeof node.name === 'string') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

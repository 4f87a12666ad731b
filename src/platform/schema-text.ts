type Node = Readonly<Record<string, unknown>>;

/** A JSON Schema as short text in the manner of TypeScript: `{ value: string ≤ 8 | null }`. */
export function schemaText(schema: unknown, indent = ''): string {
  const node = schema as Node;
  const union = node['anyOf'] ?? node['oneOf'];
  if (Array.isArray(union)) return union.map((branch) => schemaText(branch, indent)).join(' | ');
  if (Array.isArray(node['enum'])) return node['enum'].map((word) => JSON.stringify(word)).join(' | ');
  if ('const' in node) return JSON.stringify(node['const']);
  if (node['type'] === 'array') return `${listItem(node['items'], indent)}[]${limits(node, 'Items')}`;
  if (node['type'] === 'object') return objectText(node, indent);
  if (node['type'] === 'string') return stringText(node);
  const name = typeof node['type'] === 'string' ? node['type'] : 'any';
  return `${name}${limits(node, 'imum')}`;
}

function listItem(items: unknown, indent: string): string {
  const text = schemaText(items, indent);
  return text.includes(' | ') && !text.startsWith('{') ? `(${text})` : text;
}

function objectText(node: Node, indent: string): string {
  const properties = Object.entries((node['properties'] ?? {}) as Record<string, unknown>);
  if (properties.length === 0) return recordText(node, indent);
  const required = (node['required'] ?? []) as readonly string[];
  const inner = `${indent}  `;
  const lines = properties.map(
    ([name, property]) =>
      `${inner}${name}${required.includes(name) ? '' : '?'}: ${schemaText(property, inner)}`,
  );
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function recordText(node: Node, indent: string): string {
  const [values] = Object.values((node['patternProperties'] ?? {}) as Record<string, unknown>);
  return values === undefined ? '{}' : `{ [key]: ${schemaText(values, indent)} }`;
}

function stringText(node: Node): string {
  const format = node['format'];
  return `${typeof format === 'string' ? format : 'string'}${limits(node, 'Length')}`;
}

/** `1…8`, `≤ 8`, `≥ 1`: of `minimum`, `minLength` or `minItems` and their maxima. */
function limits(node: Node, what: 'imum' | 'Length' | 'Items'): string {
  const low = node[`min${what}`];
  const high = node[`max${what}`];
  if (low !== undefined && high !== undefined) return ` ${String(low)}…${String(high)}`;
  if (high !== undefined) return ` ≤ ${String(high)}`;
  return low === undefined ? '' : ` ≥ ${String(low)}`;
}

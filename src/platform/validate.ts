import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { EndpointSpec } from './contract.ts';
import { type InputFault, Problem } from './problem.ts';

export type Part = 'params' | 'query' | 'body';

/** Checks one part of a request and returns it typed; throws `invalidInput` naming path, rule, limit. */
export type PartValidator = (given: unknown) => unknown;

/**
 * The compiled validator of one part of an endpoint. Text parts are first read as what the schema
 * says (`"7"` as 7): strictly, where TypeBox's own conversion takes `"1.5"` for the integer 1.
 * A body is never converted. Without a schema the part must be empty.
 */
export function partValidator(endpoint: EndpointSpec, part: Part): PartValidator {
  const schema = endpoint[part];
  if (!schema) return part === 'params' ? () => nothing : refuseAnything(part);
  const compiled = Compile(schema);
  const read = part === 'body' ? same : textReader(schema);
  return (given) => {
    const value = read(given);
    if (compiled.Check(value)) return value;
    throw new Problem('invalidInput', 400, { errors: faultsOf(compiled.Errors(value), part) });
  };
}

const nothing = Object.freeze({});
const same = (given: unknown) => given;

function refuseAnything(part: Part): PartValidator {
  return (given) => {
    const [name] = Object.keys(given ?? nothing);
    if (name === undefined) return nothing;
    throw new Problem('invalidInput', 400, {
      errors: [{ path: `/${part}/${name}`, rule: 'additionalProperties', limit: null }],
    });
  };
}

type SchemaFault = {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly params: object;
};

/** Each fault once: `schema is false` repeats `additionalProperties`, unions repeat their branches. */
function faultsOf(found: readonly SchemaFault[], part: Part): InputFault[] {
  const own = found.filter((fault) => !isEcho(fault, found));
  return own.flatMap((fault) => {
    const path = `/${part}${fault.instancePath}`;
    const names = namesIn(fault.params);
    if (!names) return [{ path, rule: fault.keyword, limit: limitOf(fault.params) }];
    return names.map((name) => ({ path: `${path}/${name}`, rule: fault.keyword, limit: null }));
  });
}

function isEcho(fault: SchemaFault, all: readonly SchemaFault[]): boolean {
  if (fault.keyword === 'boolean') return true;
  if (isNullBranch(fault)) return all.length > 1;
  if (fault.keyword !== 'anyOf') return false;
  const branches = `${fault.schemaPath}/anyOf/`;
  return all.some((other) => other.schemaPath.startsWith(branches) && !isNullBranch(other));
}

function isNullBranch(fault: SchemaFault): boolean {
  return /\/anyOf\/\d+$/.test(fault.schemaPath) && 'type' in fault.params && fault.params.type === 'null';
}

function namesIn(params: object): readonly string[] | null {
  if ('requiredProperties' in params) return params.requiredProperties as string[];
  if ('additionalProperties' in params) return params.additionalProperties as string[];
  return null;
}

function limitOf(params: object): unknown {
  const values: Record<string, unknown> = { ...params };
  const name = limitNames.find((candidate) => candidate in values);
  return name ? values[name] : null;
}

const limitNames = ['limit', 'pattern', 'format', 'allowedValues', 'allowedValue', 'type', 'multipleOf'];

type TextReader = (text: unknown) => unknown;

/** Reads the properties of params or query, which arrive as text, as their schemas say. */
function textReader(schema: TSchema): (given: unknown) => unknown {
  const properties = 'properties' in schema ? (schema.properties as Record<string, TSchema>) : {};
  const readers = Object.entries(properties).flatMap(([name, property]) => {
    const read = readerOf(property);
    return read ? [[name, read] as const] : [];
  });
  return (given) => {
    const value: Record<string, unknown> = { ...(given as Record<string, unknown>) };
    for (const [name, read] of readers) if (name in value) value[name] = read(value[name]);
    return value;
  };
}

function readerOf(schema: TSchema): TextReader | null {
  const type = 'type' in schema ? schema.type : null;
  if (type === 'integer') return readInteger;
  if (type === 'number') return readNumber;
  if (type === 'boolean') return readBoolean;
  if (type !== 'array' || !('items' in schema)) return null;
  const readItem = readerOf(schema.items as TSchema) ?? same;
  return (given) => (Array.isArray(given) ? given : [given]).map((item) => readItem(item));
}

function readInteger(text: unknown): unknown {
  return typeof text === 'string' && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

function readNumber(text: unknown): unknown {
  return typeof text === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

function readBoolean(text: unknown): unknown {
  return text === 'true' ? true : text === 'false' ? false : text;
}

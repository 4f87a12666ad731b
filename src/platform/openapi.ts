import type { TSchema } from 'typebox';
import { type ErasedPolicy, policyOf } from './access.ts';
import type { EndpointSpec } from './contract.ts';
import { platformRefusals } from './problem.ts';
import type { Route } from './serve.ts';

export type OpenApiDocument = {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

export type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly 'x-policy': string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, ResponseObject>>;
};

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: unknown;
};

export type ResponseObject = {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: unknown }>>;
};

/**
 * The OpenAPI 3.1 document of all routes, in the order of their addresses, so that its snapshot
 * shows only what changed. TypeBox schemas are JSON Schema and stand in it as they are.
 */
export function openApiDocument(routes: readonly Route[], at: { sessionCookie: string }): OpenApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  const sorted = routes.toSorted((one, other) => (one.endpoint.path < other.endpoint.path ? -1 : 1));
  for (const route of sorted) {
    const path = (paths[route.endpoint.path] ??= {});
    path[route.endpoint.method.toLowerCase()] = operationOf(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parta',
      version: '1',
      description:
        'Refusals are RFC 9457 problem documents with stable codes. Writes name the content type application/json.',
    },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: at.sessionCookie } },
    },
  };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', description: '/problems/<code>' },
    title: { type: 'string', description: 'the code again: the API sends no sentences' },
    status: { type: 'integer' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'rule', 'limit'],
        properties: { path: { type: 'string' }, rule: { type: 'string' }, limit: {} },
      },
    },
    facts: { type: 'object' },
  },
};

function operationOf({ endpoint, policy }: Route): Operation {
  const erased = policyOf(policy);
  if (!erased) throw new Error(`${endpoint.path} has no policy`);
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: endpoint.tags ?? [endpoint.id.split('.')[0] ?? endpoint.id],
    'x-policy': policyName(erased),
    security: erased.kind === 'public' ? [] : [{ session: [] }],
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...keyParameter(endpoint),
      ...(endpoint.takesFile ? [fileNameParameter] : []),
    ],
    ...(endpoint.takesFile ? { requestBody: fileBody } : {}),
    ...(endpoint.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: endpoint.body } } } }
      : {}),
    responses: { ...replyOf(endpoint), ...problemsOf(endpoint, erased) },
  };
}

const fileBody = {
  required: true,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
};
const fileNameParameter: Parameter = {
  name: 'X-File-Name',
  in: 'header',
  required: false,
  schema: { type: 'string', description: 'percent-encoded' },
};

function policyName(policy: ErasedPolicy): string {
  if (policy.kind === 'public') return `public: ${policy.reason}`;
  if (policy.kind === 'signedIn') return 'signedIn';
  return policy.byRow ? 'school, by row' : 'school';
}

function parametersOf(schema: TSchema | undefined, place: 'path' | 'query'): Parameter[] {
  if (!schema || !('properties' in schema)) return [];
  const required = 'required' in schema ? (schema.required as readonly string[]) : [];
  return Object.entries(schema.properties as Record<string, TSchema>).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function keyParameter(endpoint: EndpointSpec): Parameter[] {
  if (endpoint.method === 'GET') return [];
  const schema = { type: 'string', format: 'uuid' };
  return [{ name: 'Idempotency-Key', in: 'header', required: endpoint.idempotent === true, schema }];
}

function replyOf(endpoint: EndpointSpec): Record<string, ResponseObject> {
  if ('type' in endpoint.reply && endpoint.reply.type === 'null') return { '204': { description: 'done' } };
  const media =
    'contentMediaType' in endpoint.reply ? String(endpoint.reply.contentMediaType) : 'application/json';
  return { '200': { description: 'done', content: { [media]: { schema: endpoint.reply } } } };
}

/** Refusals gathered by status, with the codes a client may meet. */
function problemsOf(endpoint: EndpointSpec, policy: ErasedPolicy): Record<string, ResponseObject> {
  const codes: Record<string, number> = { ...generalRefusals(endpoint, policy), ...endpoint.refusals };
  const byStatus = Map.groupBy(Object.keys(codes).toSorted(), (code) => String(codes[code]));
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([one], [other]) => Number(one) - Number(other))
      .map(([status, names]) => [
        status,
        {
          description: names.join(', '),
          content: {
            'application/problem+json': {
              schema: {
                allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: names } } }],
              },
            },
          },
        },
      ]),
  );
}

function generalRefusals(endpoint: EndpointSpec, policy: ErasedPolicy): Record<string, number> {
  const writes = endpoint.method !== 'GET';
  const takesInput = endpoint.params ?? endpoint.query ?? endpoint.body;
  const names: (keyof typeof platformRefusals)[] = [
    ...(takesInput ? (['invalidInput'] as const) : []),
    ...(writes ? (['crossSite', 'wrongContentType', 'idempotencyKeyMalformed'] as const) : []),
    ...(endpoint.idempotent === true ? (['idempotencyKeyMissing'] as const) : []),
    ...(endpoint.body ? (['malformedJson', 'tooLarge'] as const) : []),
    ...(policy.kind === 'public' ? [] : (['notSignedIn', 'ownPasswordNeeded'] as const)),
    ...(policy.kind === 'school' ? (['notAllowed', 'notFound'] as const) : []),
    'internal',
    'overloaded',
    'databaseUnavailable',
  ];
  return Object.fromEntries(names.map((name) => [name, platformRefusals[name]]));
}

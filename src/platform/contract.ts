import { type Static, type TEnum, type TProperties, type TSchema, Type } from 'typebox';

export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';

/** The names between braces of a path: `'/a/{x}/b/{y}'` gives `'x' | 'y'`. */
export type ParamName<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamName<Rest>
  : never;

/** What an endpoint declares; every part is JSON Schema, so one value validates, documents and types. */
export type EndpointSpec = {
  /** Stable name, `module.verbNoun`: the `operationId` of the OpenAPI document. */
  readonly id: string;
  readonly method: Method;
  /** `/api/…` with `{names}` for the parts that vary. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly tags?: readonly string[];
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** `noReply` answers 204. */
  readonly reply: TSchema;
  /** Codes this endpoint may refuse with, and their status. Validation and session codes go without saying. */
  readonly refusals?: Readonly<Record<string, number>>;
  /** The client must send `Idempotency-Key`. */
  readonly idempotent?: boolean;
  /**
   * The body is one file (`application/octet-stream`, its name percent-encoded in `X-File-Name`). It is taken once the
   * policy allows, and kept before `run`, which gets it as `file`.
   */
  readonly takesFile?: true;
  /** Bytes of the largest body, where the usual 256 KB are too few. */
  readonly largestBody?: number;
  /** The answer may not be kept anywhere (identity, documents): `Cache-Control: no-store`. */
  readonly stored?: false;
};

/**
 * Declares an endpoint. The names in the path and the properties of `params` must be the same, or
 * it does not compile.
 */
export function endpoint<const Spec extends EndpointSpec>(spec: Spec & ParamsMatch<Spec>): Spec {
  return spec;
}

export type ParamsOf<E extends EndpointSpec> = PartOf<E, 'params'>;
export type QueryOf<E extends EndpointSpec> = PartOf<E, 'query'>;
export type BodyOf<E extends EndpointSpec> = PartOf<E, 'body'>;
export type ReplyOf<E extends EndpointSpec> = Static<E['reply']>;

/** `'PUT /api/…'`: the key of an endpoint in the typed client. */
export type KeyOf<E extends EndpointSpec> = `${E['method']} ${E['path']}`;

/** Gathers the endpoints exported by contract modules under their keys. */
export type ApiOf<Contract> = {
  readonly [
    Name in keyof Contract as Contract[Name] extends EndpointSpec ? KeyOf<Contract[Name]> : never
  ]: Contract[Name];
};

/** An object that admits no property beyond those listed; the only kind an input may hold. */
export function object<Properties extends TProperties>(properties: Properties) {
  return Type.Object(properties, { additionalProperties: false });
}

/** One of the given words. */
export function oneOf<const Words extends readonly string[]>(words: Words): TEnum<[...Words]> {
  return Type.Enum<[...Words]>([...words]);
}

/** The value or null: known absence. */
export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

/** Text of 0 to `max` characters on one line: no control characters. */
export function shortText(max: number) {
  return Type.String({ maxLength: max, pattern: '^[^\\u0000-\\u001F\\u007F]*$' });
}

/** Text of 0 to `max` characters; line breaks and tabs are allowed, other control characters are not. */
export function longText(max: number) {
  return Type.String({
    maxLength: max,
    pattern: '^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F]*$',
  });
}

/** A school's number, 1 and up (PostgreSQL `integer`). */
export const schoolId = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

export const uuid = Type.String({
  format: 'uuid',
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});

/** A calendar date `YYYY-MM-DD` in the school's time zone. */
export const isoDate = Type.String({ format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export const isoMoment = Type.String({ format: 'date-time' });

/** The reply of an endpoint that sends a kept file (`fileAnswer`). */
export const storedFile = Type.String({ contentMediaType: 'application/octet-stream' });

/** The reply of an endpoint that answers 204. */
export const noReply = Type.Null();

/** Params must be absent without names in the path, and hold exactly those names otherwise. */
type ParamsMatch<Spec extends EndpointSpec> = [ParamName<Spec['path']>] extends [never]
  ? { readonly params?: never }
  : {
      readonly params: TSchema & {
        readonly properties: Readonly<Record<ParamName<Spec['path']>, TSchema>>;
      };
    };

type PartOf<E extends EndpointSpec, Part extends 'params' | 'query' | 'body'> = E[Part] extends TSchema
  ? Static<E[Part]>
  : Record<never, never>;

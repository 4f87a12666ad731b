/** JSON text that goes to the client as it is, neither parsed nor serialised again. */
export type RawJson = {
  readonly kind: 'rawJson';
  readonly text: string;
  readonly etag: string | null;
};

/** A reply with headers of its own (a cookie, `Clear-Site-Data`, another `Cache-Control`). */
export type Reply<Value> = {
  readonly kind: 'reply';
  readonly value: Value;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
};

/** Passes JSON built by PostgreSQL through; `etag` is the bare version, quoted by the platform. */
export function rawJson(text: string, options: { etag?: string } = {}): RawJson {
  return { kind: 'rawJson', text, etag: options.etag ?? null };
}

/** Adds headers to what `run` returns. */
export function withHeaders<Value>(value: Value, headers: Reply<Value>['headers']): Reply<Value> {
  return { kind: 'reply', value, headers };
}

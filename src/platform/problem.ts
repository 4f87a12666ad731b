/** Facts of a refusal: small values the client needs to word or repair it; never a sentence. */
export type Facts = Readonly<Record<string, unknown>>;

/** A refusal with a stable code. */
export type Refusal = { readonly code: string; readonly facts?: Facts };

/** One fault of the input: where, which JSON Schema rule, and the rule's limit. */
export type InputFault = {
  /** JSON Pointer with its part first: `/body/cells/0/value`. */
  readonly path: string;
  readonly rule: string;
  readonly limit: unknown;
};

/** An RFC 9457 problem document; `title` repeats the code, the pages word it. */
export type ProblemDocument = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly errors?: readonly InputFault[];
  readonly facts?: Facts;
};

/** Codes the platform itself refuses with; endpoints add their own by `refusals`. */
export const platformRefusals = {
  malformedJson: 400,
  invalidInput: 400,
  idempotencyKeyMissing: 400,
  idempotencyKeyMalformed: 400,
  notSignedIn: 401,
  notAllowed: 403,
  ownPasswordNeeded: 403,
  secondFactorNeeded: 403,
  /** Somebody must show anew who uses the session; facts: `hasApp`. */
  proofNeeded: 403,
  crossSite: 403,
  notFound: 404,
  tooLarge: 413,
  wrongContentType: 415,
  internal: 500,
  overloaded: 503,
  databaseUnavailable: 503,
} as const satisfies Record<string, number>;

export type PlatformCode = keyof typeof platformRefusals;

/** A refusal on its way to the client. Throwing it rolls the request's transaction back. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: string;
  readonly status: number;
  readonly facts: Facts | null;
  readonly errors: readonly InputFault[] | null;

  constructor(
    code: string,
    status: number,
    more: { facts?: Facts | undefined; errors?: readonly InputFault[] } = {},
  ) {
    super(code);
    this.code = code;
    this.status = status;
    this.facts = more.facts ?? null;
    this.errors = more.errors ?? null;
  }
}

/**
 * Refuses the request; `code` must be among the endpoint's `refusals`, whose status then holds
 * over the one given here.
 */
export function refuse(code: string, facts?: Facts, status = 409): never {
  throw new Problem(code, status, { facts });
}

/** Refuses with a code of the platform and its status. */
export function platformProblem(code: PlatformCode, facts?: Facts): Problem {
  return new Problem(code, platformRefusals[code], { facts });
}

export const problemType = 'application/problem+json; charset=utf-8';

/** The document a problem is sent as. */
export function problemDocument(problem: Problem): ProblemDocument {
  return {
    type: `/problems/${problem.code}`,
    title: problem.code,
    status: problem.status,
    code: problem.code,
    ...(problem.errors ? { errors: problem.errors } : {}),
    ...(problem.facts ? { facts: problem.facts } : {}),
  };
}

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

/** A refusal on its way to the client. Throwing it rolls the request's transaction back. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly facts: Facts | undefined;
  readonly errors: readonly InputFault[] | undefined;

  constructor(
    code: string,
    status: number,
    more: { facts?: Facts | undefined; errors?: readonly InputFault[] } = {},
  ) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.facts = more.facts;
    this.errors = more.errors;
  }
}

/** Refuses the request. Status 409 unless given; `code` must be among the endpoint's `refusals`. */
export function refuse(code: string, facts?: Facts, status = 409): never {
  throw new Problem(code, status, { facts });
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

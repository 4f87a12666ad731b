/** What the form keeps when it is shown again; code and passwords are typed anew. */
export type FirstRunFields = {
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly timeZone: string;
  readonly region: string;
  readonly locality: string;
  readonly ogrn: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly login: string;
};

export type FirstRunFacts = {
  readonly typed: FirstRunFields;
  readonly problem: {
    readonly code: string;
    readonly facts: Readonly<Record<string, unknown>> | null;
  } | null;
  /** The name of the field the problem concerns. */
  readonly field: string | null;
};

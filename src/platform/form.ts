import type { SignedIn, IncomingRequest } from './actor.ts';
import type { Redirect, ViewData } from './page.ts';
import type { Platform } from './platform.ts';
import type { PublicPolicy, SignedInPolicy } from './serve.ts';

export type FormInput = {
  readonly fields: URLSearchParams;
  /** Wall time at the arrival of the request. */
  readonly now: Date;
  readonly request: IncomingRequest;
  readonly platform: Platform;
};

/** The form is shown again, with what was typed and why it was refused. */
export type ShownAgain = { readonly kind: 'again'; readonly status: number; readonly data: ViewData };

export type FormAnswer = (Redirect | ShownAgain) & { readonly headers?: Readonly<Record<string, string>> };

/**
 * What an HTML form sends by itself, so that the page works before its script is there and without
 * it. Forms of other sites are refused.
 */
export type Form = {
  readonly path: string;
  /** The view that shows the form again. */
  readonly view: string;
  readonly policy: PublicPolicy | SignedInPolicy;
  readonly submit: (input: never) => Promise<FormAnswer>;
};

type Addressed = { readonly path: string; readonly view: string };

/** Declares a form: POST to its path. Not signed in → 303 to `/sign-in`. */
export function form(
  spec: Addressed & {
    readonly policy: SignedInPolicy;
    readonly submit: (input: FormInput & { readonly signedIn: SignedIn }) => Promise<FormAnswer>;
  },
): Form;
export function form(
  spec: Addressed & {
    readonly policy: PublicPolicy;
    readonly submit: (input: FormInput & { readonly signedIn: SignedIn | null }) => Promise<FormAnswer>;
  },
): Form;
export function form(spec: Form): Form {
  return spec;
}

import type { Actor, IncomingRequest, SignedIn } from './actor.ts';
import type { ParamName } from './contract.ts';
import type { Platform } from './platform.ts';
import type { AnyTx, PublicPolicy, SchoolPolicy, SignedInPolicy, RowPolicy } from './serve.ts';

/** The names in the path as strings, but `schoolId`, which is a number. */
export type PageParams<Path extends string> = {
  readonly [Name in ParamName<Path>]: Name extends 'schoolId' ? number : string;
};

export type PageInput<Path extends string> = {
  readonly params: PageParams<Path>;
  readonly query: URLSearchParams;
  readonly now: Date;
  readonly request: IncomingRequest;
  readonly platform: Platform;
};
export type SignedInPageInput<Path extends string> = PageInput<Path> & {
  readonly signedIn: SignedIn;
  readonly actorIn: (schoolId: number) => Promise<Actor | null>;
};
export type SchoolPageInput<Path extends string> = PageInput<Path> & {
  readonly signedIn: SignedIn;
  readonly tx: AnyTx;
  readonly actor: Actor;
};

/** What a page hands to its view; it travels into the HTML for hydration, so it must be JSON. */
export type ViewData = Readonly<Record<string, unknown>>;

/** Sends the browser elsewhere instead of showing a view, with cookies where they are the point. */
export type Redirect = {
  readonly kind: 'redirect';
  readonly to: string;
  readonly cookies: readonly string[];
};

/** A server page: address, policy and what its view shows. */
export type Page = {
  readonly path: string;
  readonly view: string;
  readonly policy: PublicPolicy | SignedInPolicy | SchoolPolicy<never> | RowPolicy<never, never, never>;
  /** False: no browser keeps what it shows. */
  readonly stored?: false;
  readonly load: (input: never) => Promise<ViewData | Redirect>;
};

/** What the renderer knows besides the page's own facts. */
export type ViewContext = {
  readonly path: string;
  readonly nonce: string;
  /** The browser's wishes as it sent them, without the session; the web shell reads them. */
  readonly wishes: { readonly cookie: string; readonly acceptLanguage: string };
  readonly signedIn: SignedIn | null;
  readonly actor: Actor | null;
};

/** Given by the web shell: turns a view into a whole HTML document. Pure and synchronous or not. */
export type Renderer = (
  view: string,
  data: ViewData,
  context: ViewContext,
) => RenderedView | Promise<RenderedView>;

export type RenderedView = { readonly html: string; readonly status?: number };

/**
 * An address of our own, or `/`: `next` parameters come from outside, and `//host` or `/\\host`
 * would lead there.
 */
export function localAddress(text: string): string {
  return /^\/(?![/\\])[^\u0000-\u0020\\]*$/.test(text) ? text : '/';
}

/** Where a session goes that has no password of its own yet; the page itself is public. */
export const ownPasswordPath = '/own-password';

/** Where a session goes whose school asks for a second factor that is not set up. */
export const secondFactorPath = '/security';

/** Leaves for another address of ours, setting the given `Set-Cookie` texts. */
export function redirectTo(to: string, cookies: readonly string[] = []): Redirect {
  return { kind: 'redirect', to, cookies };
}

type Titled<Path extends string> = {
  readonly path: Path;
  readonly view: string;
  readonly stored?: false;
};

/** Declares a server page; the policies are those of `serve`. Not signed in → 303 to `/sign-in`. */
export function page<const Path extends string>(
  spec: Titled<Path> & {
    readonly policy: SchoolPolicy<PageParams<Path>>;
    readonly load: (input: SchoolPageInput<Path>) => Promise<ViewData | Redirect>;
  },
): Page;
export function page<const Path extends string, Row>(
  spec: Titled<Path> & {
    readonly policy: RowPolicy<PageParams<Path>, Record<never, never>, Row>;
    readonly load: (input: SchoolPageInput<Path> & { readonly row: Row }) => Promise<ViewData | Redirect>;
  },
): Page;
export function page<const Path extends string>(
  spec: Titled<Path> & {
    readonly policy: SignedInPolicy;
    readonly load: (input: SignedInPageInput<Path>) => Promise<ViewData | Redirect>;
  },
): Page;
export function page<const Path extends string>(
  spec: Titled<Path> & {
    readonly policy: PublicPolicy;
    readonly load: (
      input: PageInput<Path> & { readonly signedIn: SignedIn | null },
    ) => Promise<ViewData | Redirect>;
  },
): Page;
export function page(spec: Page): Page {
  return spec;
}

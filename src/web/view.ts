import type { ComponentType } from 'preact';
import type { Language, Theme } from '#modules/identity/preferences/rules.ts';
import type { ShellWords } from './ru.ts';

/** What the renderer knows besides the view's own facts. */
export type RenderContext = {
  /** The page's address with its query. */
  readonly path: string;
  /** Of the page's content security policy. */
  readonly nonce: string;
  readonly language: Language;
  readonly theme?: Theme;
};

/** A server page: what it is called, what it shows, and which styles and script it brings. */
export type View<Facts> = {
  readonly title: (facts: Facts, words: ShellWords) => string;
  readonly Body: ComponentType<{ facts: Facts }>;
  /** Styles beyond `family.css`, imported with `?inline`; they go into the document. */
  readonly styles?: string;
  /** `family` unless given. */
  readonly script?: 'family' | 'sign-in' | 'staff';
};

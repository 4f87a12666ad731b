declare module 'virtual:browser-files' {
  type BrowserFile = {
    readonly file: string;
    readonly css?: readonly string[];
    readonly imports?: readonly string[];
  };

  /** What each source file became in the browser build; null in development. */
  export const manifest: Readonly<Record<string, BrowserFile>> | null;
}

/** Where a file stands, and so what it may import. */
export type Place = {
  /** `top`: cli, main, tools, tests of the whole; they may use everything. */
  readonly zone: 'platform' | 'module' | 'shell' | 'top';
  /** The module's name; empty outside `src/modules`. */
  readonly module: string;
  /** Code that runs in the browser or renders pages. */
  readonly isWeb: boolean;
  readonly isTest: boolean;
  readonly isRules: boolean;
  /** File name without folder and extension. */
  readonly stem: string;
  /** Folders between the module and the file: `['marks']`; empty at its root. */
  readonly folders: readonly string[];
};

/** `path` is relative to the repository, with `/`. */
export function placeOf(path: string): Place {
  const parts = path.split('/');
  const file = parts.at(-1) ?? '';
  const stem = file.replace(/\.(test\.)?tsx?$/, '');
  const common = {
    stem,
    isTest: /\.test\.tsx?$/.test(file) || /(^|-)testing(-|\.)/.test(file),
    // A module's folder `words` holds sentences for pages, files and the command line: as pure as rules.
    isRules: /(^|-)rules$/.test(stem) || parts.at(-2) === 'words',
  };
  if (parts[0] === 'src' && parts[1] === 'platform') {
    return { ...common, zone: 'platform', module: '', isWeb: false, folders: parts.slice(2, -1) };
  }
  if (parts[0] === 'src' && parts[1] === 'web') {
    return { ...common, zone: 'shell', module: '', isWeb: true, folders: parts.slice(2, -1) };
  }
  // The sentences of API tests set up schools of every module; nothing of the product imports them.
  if (parts[0] === 'src' && parts[1] === 'modules' && parts[2] === 'testing') {
    return { ...common, zone: 'top', module: '', isWeb: false, isTest: true, folders: parts.slice(3, -1) };
  }
  if (parts[0] === 'src' && parts[1] === 'modules' && parts.length > 3) {
    const folders = parts.slice(3, -1);
    return { ...common, zone: 'module', module: parts[2] ?? '', isWeb: folders.includes('web'), folders };
  }
  return { ...common, zone: 'top', module: '', isWeb: false, folders: [] };
}

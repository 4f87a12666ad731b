import type { Place } from './place.ts';

export type FileText = { readonly path: string; readonly place: Place; readonly text: string };

/** What is wrong with a file by itself: its name, its length, its leftovers. */
export function fileFaults(file: FileText): readonly string[] {
  return [...lengthFaults(file), ...leftoverFaults(file), ...nameFaults(file)];
}

const longestFile = 300;

function lengthFaults({ path, text }: FileText): readonly string[] {
  if (!/\.(tsx?|css)$/.test(path)) return [];
  const lines = text.trimEnd().split('\n').length;
  return lines > longestFile ? [`${lines} lines; ${longestFile} is the wall`] : [];
}

/** Written apart, so that this file does not find itself. */
const leftovers = new RegExp(
  [String.raw`\bTO`, String.raw`DO\b|\bFIX`, String.raw`ME\b|[Cc]oming `, 'soon'].join(''),
  'g',
);

function leftoverFaults({ text }: FileText): readonly string[] {
  return [...text.matchAll(leftovers)].map(({ 0: word, index }) => {
    const line = text.slice(0, index).split('\n').length;
    return `line ${line}: «${word}»; finish it or leave no trace of it`;
  });
}

const featureNames = new Set([
  'contract',
  'routes',
  'commands',
  'queries',
  'policy',
  'rules',
  'pages',
  'facts',
  'events',
]);
/** `words` is held to be as pure as rules, see place.ts. */
const freeFolders = new Set(['migrations', 'web', 'words']);
/** Each adapter speaks a format or a protocol of its own, so its files are named after that. */
const adapterModules = new Set(['integrations']);

function nameFaults({ path, place }: FileText): readonly string[] {
  const { zone, module, folders, stem, isTest } = place;
  if (zone !== 'module' || !/\.tsx?$/.test(path) || adapterModules.has(module)) return [];
  const [feature] = folders;
  if (feature === undefined || folders.some((folder) => freeFolders.has(folder)) || isTest) return [];
  const kind = stem.slice(stem.lastIndexOf('-') + 1);
  if (featureNames.has(kind)) return [];
  return [`a feature folder holds ${[...featureNames].join(', ')} (or words before them: late-queries.ts)`];
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileFaults, type FileText } from './file-rules.ts';
import { importFaults } from './import-rules.ts';
import { reachable, readModuleGraph, type ModuleGraph } from './module-graph.ts';
import { placeOf } from './place.ts';
import { readSource } from './read-source.ts';
import { statementFaults } from './statement-rules.ts';

export type ModuleReport = { faults: readonly string[]; files: number; imports: number };

/**
 * Holds the repository at `root` to the rules of ARCHITECTURE.md: who imports whom, file names, lengths.
 * Finding nothing to read is a fault: a checker that looked at nothing must not be green.
 */
export function checkModules(root: string): ModuleReport {
  const aliases = readAliases(root);
  const { graph, faults: graphFaults } = readGraph(root);
  const faults = [...graphFaults];
  let imports = 0;
  const paths = sourcePaths(root);
  const sources: FileText[] = [];
  for (const path of paths) {
    const text = readFileSync(join(root, path), 'utf8');
    const place = placeOf(path);
    faults.push(...fileFaults({ path, place, text }).map((fault) => `${path}: ${fault}`));
    if (path.startsWith('src/')) sources.push({ path, place, text });
    if (!/\.tsx?$/.test(path)) continue;
    const source = readSource(path, text);
    imports += source.imports.length;
    faults.push(...source.faults.map((fault) => `${path}: cannot be parsed: ${fault}`));
    for (const { specifier, line, isType } of source.imports) {
      const target = resolve(specifier, path, aliases);
      const found =
        target === undefined
          ? ['this import cannot be followed']
          : importFaults({ from: place, target: target === null ? null : placeOf(target), isType }, graph);
      faults.push(...found.map((fault) => `${path}:${line}: ${specifier}: ${fault}`));
    }
  }
  faults.push(...statementFaults(sources));
  if (paths.length === 0) faults.push('no file was read');
  if (imports === 0) faults.push('no import was read');
  return { faults, files: paths.length, imports };
}

type Aliases = Readonly<Record<string, string>>;

const sourceFolders = ['src', 'tools', 'e2e', 'bench', 'bin'];
const sourceEnding = /\.(tsx?|css|sql|js)$/;

function sourcePaths(root: string): readonly string[] {
  return sourceFolders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => sourceEnding.test(path) && !path.endsWith('.d.ts'))
        .map((path) => posix.join(folder, path.replaceAll('\\', '/'))),
    )
    .toSorted();
}

/** `#platform/*` → `src/platform/*`, from the `imports` of package.json. */
function readAliases(root: string): Aliases {
  const { imports = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    imports?: Aliases;
  };
  return Object.fromEntries(
    Object.entries(imports).map(([from, to]) => [from.replace(/\*$/, ''), to.replace(/^\.\/|\*$/g, '')]),
  );
}

/** The file an import names, `null` for a package, `undefined` when it cannot be told. */
function resolve(specifier: string, from: string, aliases: Aliases): string | null | undefined {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare === '') return undefined;
  if (bare.startsWith('.')) return posix.normalize(posix.join(dirname(from), bare));
  if (!bare.startsWith('#')) return null;
  const alias = Object.keys(aliases).find((prefix) => bare.startsWith(prefix));
  return alias === undefined ? undefined : `${aliases[alias]}${bare.slice(alias.length)}`;
}

/** Schools in words for the tests of all modules. */
const factories = 'testing';

function readGraph(root: string): { graph: ModuleGraph; faults: readonly string[] } {
  const path = join(root, 'src', 'modules.ts');
  const graph = existsSync(path) ? readModuleGraph(path, readFileSync(path, 'utf8')) : null;
  if (graph === null) return { graph: {}, faults: ['src/modules.ts: no plain moduleGraph was found'] };
  const folder = join(root, 'src', 'modules');
  const present = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  const names = Object.keys(graph);
  return {
    graph,
    faults: [
      ...present
        .filter(({ name }) => !names.includes(name) && name !== factories)
        .map(({ name }) => `src/modules/${name}: not in the module graph`),
      ...names
        .filter((name) => !present.some((entry) => entry.name === name))
        .map((name) => `src/modules.ts: ${name} has no folder`),
      ...names.flatMap((name, index) =>
        (graph[name] ?? [])
          .filter((listed) => !names.slice(0, index).includes(listed))
          .map((listed) => `src/modules.ts: ${name} lists ${listed}, which does not stand above it`),
      ),
      ...names
        .filter((name) => reachable(graph, name).has(name))
        .map((name) => `src/modules.ts: ${name} depends on itself`),
    ],
  };
}

import { reachable, type ModuleGraph } from './module-graph.ts';
import type { Place } from './place.ts';

/** An import whose target is a file of the repository, or a package (`target` null). */
export type ResolvedImport = {
  readonly from: Place;
  readonly target: Place | null;
  readonly isType: boolean;
};

type Rule = (link: ResolvedImport, graph: ModuleGraph) => string | null;

/** What is wrong with this import, one short text per broken rule. Tests may look everywhere. */
export function importFaults(link: ResolvedImport, graph: ModuleGraph): readonly string[] {
  if (link.from.isTest || link.from.zone === 'top') return [];
  return rules.map((rule) => rule(link, graph)).filter((fault) => fault !== null);
}

const serverDoors = new Set(['index', 'tables', 'events']);
/** Shapes that travel: replies, page facts, news. */
const seenByWeb = new Set(['contract', 'facts', 'events']);
const serverOnly = new Set(['commands', 'queries', 'tables', 'routes', 'policy', 'module', 'index', 'pages']);

const rules: readonly Rule[] = [
  function platformKnowsNoModule({ from, target }) {
    if (from.zone !== 'platform' || target === null || target.zone === 'platform') return null;
    return 'platform imports only platform';
  },

  function onlyListedModules({ from, target }, graph) {
    if (from.zone !== 'module' || target?.zone !== 'module' || from.module === target.module) return null;
    if (reachable(graph, from.module).has(target.module)) return null;
    return `${from.module} does not list ${target.module} in src/modules.ts`;
  },

  function throughTheDoors({ from, target, isType }) {
    if (from.isWeb || target?.zone !== 'module' || from.module === target.module) return null;
    if (target.isRules) return null;
    const isDoor = target.folders.length === 0 && serverDoors.has(target.stem);
    if (!isDoor) return `enter ${target.module} by index.ts, tables.ts, events.ts or rules.ts`;
    return target.stem === 'tables' && !isType ? 'tables.ts gives types only: import type' : null;
  },

  function nothingEntersTheTop({ from, target }) {
    if (target?.zone !== 'top') return null;
    return `${from.zone} imports neither cli, tools nor main`;
  },

  function serverImportsNoPages({ from, target, isType }) {
    if (from.isWeb || !target?.isWeb || isType) return null;
    return 'server code does not import web code';
  },

  function webImportsNoServer({ from, target, isType }) {
    if (!from.isWeb || target === null || target.isWeb) return null;
    if (target.zone === 'platform') return isType ? null : 'web code imports platform as types only';
    if (target.zone !== 'module' || target.isRules) return null;
    if (seenByWeb.has(kindOf(target))) {
      return isType ? null : `web code imports ${kindOf(target)} as types only`;
    }
    return serverOnly.has(kindOf(target))
      ? `web code never imports ${kindOf(target)}`
      : 'web code imports contracts, rules and web code only';
  },

  function rulesArePure({ from, target, isType }) {
    if (!from.isRules || isType || target?.isRules) return null;
    return 'rules.ts imports only rules and types';
  },
];

/** `journal-queries` is a `queries` file. */
const kindOf = ({ stem }: Place) => stem.slice(stem.lastIndexOf('-') + 1);

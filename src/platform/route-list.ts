import type { TSchema } from 'typebox';
import { policyOf } from './access.ts';
import type { EndpointSpec } from './contract.ts';
import type { Module } from './platform.ts';
import type { Route } from './serve.ts';

/**
 * All routes of the modules, or an error that names every fault at once: a route without a policy,
 * an endpoint declared but not served or served twice, an input object that is not closed, a school
 * policy on an address without a school.
 */
export function routesOf(modules: readonly Module[]): readonly Route[] {
  const routes = modules.flatMap((module) => module.routes ?? []);
  const declared = modules.flatMap((module) => module.endpoints ?? []);
  const faults = [
    ...routes.flatMap(faultsOfRoute),
    ...unserved(declared, routes),
    ...repeated(
      routes.map((route) => addressOf(route.endpoint)),
      'is served twice',
    ),
    ...repeated(
      routes.map((route) => route.endpoint.id),
      'names two endpoints',
    ),
    ...modules.flatMap(faultsOfPages),
  ];
  if (faults.length > 0) throw new Error(`The server does not start:\n  ${faults.join('\n  ')}`);
  return routes;
}

function faultsOfRoute(route: Route): string[] {
  const { endpoint } = route;
  const address = addressOf(endpoint);
  const policy = policyOf(route.policy);
  if (!policy) return [`${address} has no policy`];
  const faults = openObjects(endpoint).map((where) => `${address} admits unknown properties in ${where}`);
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const properties = endpoint.params && 'properties' in endpoint.params ? endpoint.params.properties : {};
  if (
    names.toSorted().join() !==
    Object.keys(properties as object)
      .toSorted()
      .join()
  ) {
    faults.push(`${address} has other params than its path`);
  }
  if (policy.kind === 'school' && !names.includes('schoolId')) {
    faults.push(`${address} has a school policy but no {schoolId}`);
  }
  if (endpoint.takesFile === true && (policy.kind !== 'school' || route.work.kind !== 'run')) {
    faults.push(`${address} takes a file without being a command of a school`);
  }
  if (route.work.kind === 'read' && (endpoint.method !== 'GET' || policy.kind !== 'school')) {
    faults.push(`${address} reads without being a GET of a school`);
  }
  return faults;
}

function faultsOfPages(module: Module): string[] {
  return (module.pages ?? []).flatMap((page) => {
    const policy = policyOf(page.policy);
    if (!policy) return [`page ${page.path} has no policy`];
    if (policy.kind === 'school' && !page.path.includes('{schoolId}')) {
      return [`page ${page.path} has a school policy but no {schoolId}`];
    }
    return [];
  });
}

function unserved(declared: readonly EndpointSpec[], routes: readonly Route[]): string[] {
  const served = new Set(routes.map((route) => route.endpoint));
  return declared
    .filter((endpoint) => !served.has(endpoint))
    .map((endpoint) => `${addressOf(endpoint)} is declared but never served`);
}

function repeated(names: readonly string[], words: string): string[] {
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  return [...new Set(twice)].map((name) => `${name} ${words}`);
}

function addressOf(endpoint: EndpointSpec): string {
  return `${endpoint.method} ${endpoint.path}`;
}

/** Where inputs hold objects that admit unknown properties. */
function openObjects(endpoint: EndpointSpec): string[] {
  return (['params', 'query', 'body'] as const).flatMap((part) => openParts(endpoint[part], part));
}

function openParts(schema: TSchema | undefined, path: string): string[] {
  if (!schema) return [];
  const node = schema as TSchema & Readonly<Record<string, unknown>>;
  const below = [
    ...Object.entries((node['properties'] ?? {}) as Record<string, TSchema>),
    ...['anyOf', 'allOf', 'prefixItems'].flatMap((key) =>
      Object.entries((node[key] ?? []) as readonly TSchema[]),
    ),
    ...(isSchema(node['items']) ? [['items', node['items']] as const] : []),
  ].flatMap(([name, child]) => openParts(child, `${path}/${name}`));
  const isOpen =
    node['type'] === 'object' && node['additionalProperties'] === undefined && !node['patternProperties'];
  return isOpen ? [path, ...below] : below;
}

function isSchema(value: unknown): value is TSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { weekStatement } from '#modules/diary/week/queries.ts';
import { startFloor } from './floor/start-floor.ts';
import { mostBuffers } from './harness/buffers.ts';
import { startDemo, type DemoServer } from './harness/demo-server.ts';
import { engineAccess } from './harness/engine.ts';
import { diaryReadings } from './harness/family.ts';
import { readOptions } from './harness/options.ts';
import { atLeast, atMost, printReport, type Report } from './harness/report.ts';
import { dataStatementsDuring } from './harness/statement-count.ts';
import { compare, turnRow } from './harness/turns.ts';
import type { LoadPlan, PlannedRequest } from './load/plan.ts';

// The week of a diary, asked by real sessions, against a bare Fastify with the same named statement.

const options = readOptions(['connections']);
const connections = Number(options.own.connections ?? 16);
async function measure(server: DemoServer): Promise<Report> {
  const engine = await engineAccess(options.data);
  const readings = await diaryReadings(server, engine, 32);
  const floor = await startFloor({
    address: engine.superuser,
    reads: { ...weekStatement, valueSets: readings.map(({ values }) => [...values]) },
    write: null,
  });
  const plan = (port: number, requests: readonly PlannedRequest[]) => (): LoadPlan => ({
    port,
    connections,
    warmSeconds: 1.5,
    seconds: options.seconds,
    traffic: { kind: 'repeat', requests },
  });
  const ours = readings.map(({ request }) => request);
  const bare = readings.map((_, set): PlannedRequest => ({
    method: 'GET',
    path: `/read/${set}`,
    headers: {},
  }));
  const at = { rounds: options.rounds, cluster: engine.folder.cluster };
  const week = await compare(
    {
      reference: { name: 'floor', pid: floor.pid, plan: plan(floor.port, bare) },
      ours: { name: 'ours', pid: server.pid, plan: plan(server.port, ours) },
    },
    at,
  );
  const known = await withKnownVersions(server.url, ours);
  const unchanged =
    known === null
      ? null
      : await compare(
          {
            reference: {
              name: 'floor 304',
              pid: floor.pid,
              plan: plan(floor.port, [{ method: 'GET', path: '/nothing-new', headers: {} }]),
            },
            // A version is good for some minutes only, so each turn asks for it anew.
            ours: {
              name: 'ours 304',
              pid: server.pid,
              plan: async () => plan(server.port, (await withKnownVersions(server.url, ours)) ?? known)(),
            },
          },
          at,
        );
  await floor.stop();
  const asked = ours.slice(0, 8);
  const statements = await dataStatementsDuring(engine, async () => {
    for (const { path, headers } of asked) await fetch(`${server.url}${path}`, { headers });
  });
  const ofSession = statements.filter((name) => name.startsWith('identity.'));
  const buffers = await mostBuffers(engine.addresses.app, weekStatement, readings);
  return {
    name: 'diary',
    about: `a student's week with session, policy and fence, ${connections} connections, ${readings.length} different weeks`,
    rows: [
      turnRow('floor', week.reference),
      turnRow('ours', week.ours),
      ...(unchanged
        ? [turnRow('floor, 304', unchanged.reference), turnRow('ours, 304', unchanged.ours)]
        : []),
    ],
    figures: [
      { what: 'requests a second, ours to the floor', value: week.ratio, unit: '', bar: atLeast(0.5) },
      { what: 'CPU a request, the floor to ours', value: week.cpuRatio, unit: '', bar: null },
      {
        what: 'data statements a request, session not counted',
        value: (statements.length - ofSession.length) / asked.length,
        unit: '',
        bar: atMost(1),
      },
      { what: 'buffers of one execution, at most', value: buffers, unit: 'pages', bar: atMost(300) },
      { what: 'p99 of ours (aim: 30 at 16 connections)', value: week.ours.p99, unit: 'ms', bar: null },
      ...(unchanged
        ? [
            {
              what: 'unchanged week (304), ours to a bare route',
              value: unchanged.ratio,
              unit: '',
              bar: null,
            },
          ]
        : []),
    ],
    notes: [
      `ratios of the rounds: ${week.ratios.map((ratio) => ratio.toFixed(3)).join(', ')}`,
      'the floor reads as a superuser, so it carries no cost of the fence',
      ...(unchanged ? [] : ['the diary answers without an entity tag, so there is no 304 to measure']),
      ...(unchanged && unchanged.ours.bytes > 0
        ? ['a version ran out in the middle of a turn: some of the 304 were whole answers']
        : []),
      ...(statements.length > 0 ? [`statements: ${[...new Set(statements)].join(', ')}`] : []),
    ],
  };
}

/** The same requests with the entity tags of their answers; null when there are none. */
async function withKnownVersions(
  url: string,
  requests: readonly PlannedRequest[],
): Promise<readonly PlannedRequest[] | null> {
  const known: PlannedRequest[] = [];
  for (const request of requests) {
    const answer = await fetch(`${url}${request.path}`, { headers: request.headers });
    await answer.arrayBuffer();
    const tag = answer.headers.get('etag');
    if (tag === null) return null;
    known.push({ ...request, headers: { ...request.headers, 'if-none-match': tag } });
  }
  return known;
}

const server = await startDemo(options);
try {
  printReport(await measure(server), options);
} finally {
  await server.stop();
}

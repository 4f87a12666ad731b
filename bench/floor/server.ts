import Fastify from 'fastify';
import pg from 'pg';

// The floor: a bare Fastify with a pool of four and one named statement a route. No session, no policy,
// no fence, no audit: what the same SQL costs when nothing of a product stands around it.

export type FloorPlan = {
  readonly address: string;
  readonly reads: {
    readonly name: string;
    readonly text: string;
    readonly valueSets: readonly unknown[][];
  } | null;
  readonly write: { readonly name: string; readonly text: string } | null;
};

process.once('message', (plan: FloorPlan) => {
  void listen(plan);
});

async function listen(plan: FloorPlan): Promise<void> {
  const pool = new pg.Pool({ connectionString: plan.address, max: 4, idleTimeoutMillis: 0 });
  const app = Fastify();
  const json = 'application/json; charset=utf-8';

  app.get('/nothing-new', (_, reply) =>
    reply.header('etag', '"1"').header('cache-control', 'private, no-cache').code(304).send(),
  );

  const { reads, write } = plan;
  if (reads !== null) {
    app.get<{ Params: { set: string } }>('/read/:set', async (request, reply) => {
      const values = [...(reads.valueSets[Number(request.params.set)] ?? [])];
      const { rows } = await pool.query<[string]>({
        name: reads.name,
        text: reads.text,
        values,
        rowMode: 'array',
      });
      return reply.type(json).send(rows[0]?.[0]);
    });
  }

  if (write !== null) {
    app.put<{ Body: { cells: Record<string, unknown>[] } }>('/write', async (request, reply) => {
      const cell = request.body.cells[0] ?? {};
      const { rows } = await pool.query<[number]>({
        name: write.name,
        text: write.text,
        values: [cell['workId'], cell['studentId'], cell['attempt'], cell['slot'], cell['value']],
        rowMode: 'array',
      });
      const version = rows[0]?.[0];
      return reply.type(json).send(JSON.stringify({ cells: [{ state: 'written', version }] }));
    });
  }

  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as { port: number };
  process.once('disconnect', () => process.exit(0));
  process.send?.({ port });
}

import { fenceText } from '#platform/db/fence-text.ts';
import type { Fence, Statement } from '#platform/database-port.ts';
import { connected } from './engine.ts';

/**
 * Pages of the database one execution looks at, the most of all value sets: run behind the fence as
 * the server's role, by the plan the server has after its first executions.
 */
export async function mostBuffers(
  address: string,
  statement: Statement,
  executions: readonly { readonly fence: Fence; readonly values: readonly unknown[] }[],
): Promise<number> {
  return connected(address, async (client) => {
    await client.query(`prepare measured as ${statement.text}`);
    let most = 0;
    // PostgreSQL chooses between a plan for these values and one for all after five executions.
    const [first] = executions;
    const warming = first ? Array.from({ length: 6 }, () => first) : [];
    for (const { fence, values } of [...warming, ...executions]) {
      const given = values.map((value) => literalOf(value, (text) => client.escapeLiteral(text)));
      await client.query(`begin read only; ${fenceText(fence)}`);
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Buffers }] }>(
        `explain (analyze, buffers, timing off, format json) execute measured(${given.join(', ')})`,
      );
      await client.query('commit');
      const plan = rows[0]?.['QUERY PLAN'][0].Plan;
      if (plan) most = Math.max(most, plan['Shared Hit Blocks'] + plan['Shared Read Blocks']);
    }
    return most;
  });
}

type Buffers = { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };

/** A value as SQL text; arrays as PostgreSQL writes them. */
export function literalOf(value: unknown, quote: (text: string) => string): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return quote(`{${value.map((item) => JSON.stringify(String(item))).join(',')}}`);
  return quote(typeof value === 'string' ? value : JSON.stringify(value));
}

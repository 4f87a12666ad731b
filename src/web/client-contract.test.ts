import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = readFileSync(new URL('client-contract.ts', import.meta.url), 'utf8');
const folder = fileURLToPath(new URL('../modules/', import.meta.url));

test('the typed client knows every contract, by types alone', () => {
  const contracts = globSync('**/{contract,*-contract}.ts', { cwd: folder });
  expect(contracts.length).toBeGreaterThan(3);
  for (const path of contracts) {
    const [, name] =
      new RegExp(`^import type \\* as (\\w+) from '#modules/${path}';$`, 'm').exec(source) ?? [];
    expect.soft(name, `${path} is not imported`).toBeDefined();
    expect.soft(source).toContain(`ApiOf<typeof ${name}>`);
  }
  expect(source).not.toMatch(/^import (?!type )/m);
});

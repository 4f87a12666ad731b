import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '#platform/db/database.ts';
import { anySchool, keepCode } from './queries.ts';
import { codeLength, printedCode, typedCode } from './rules.ts';

/** A code that lets whoever reads the terminal make the first school; null once there is one. The old code is void. */
export async function newSetUpCode(database: Database): Promise<string | null> {
  return database.identity(async (tx) => {
    if ((await tx.text(anySchool)) === 'true') return null;
    const code = printedCode(randomBytes(codeLength));
    await tx.run(keepCode, [codeHash(code)]);
    return code;
  });
}

/** Eighty random bits need no salt and no slow hash. */
export const codeHash = (typed: string) => createHash('sha256').update(typedCode(typed)).digest();

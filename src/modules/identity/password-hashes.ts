import { createHmac, randomBytes } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { hashQueue, type HashQueue } from './hash-queue.ts';
import { normalisePassword } from './sign-in/rules.ts';

/** What a hash costs: OWASP's floor for argon2id. A stronger line here rehashes at the next sign-in. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The pepper lies outside the database: hashes stolen with a backup cannot be tried out. */
export type Pepper = { readonly passwordPepper: Buffer };

/** argon2id of a password, its parameters inside. For imports and demos; sign-ins go through the queue. */
export function hashPassword(password: string, pepper: Pepper): Promise<string> {
  return hash(peppered(password, pepper), cost);
}

export type PasswordHashes = {
  /**
   * Does the password fit the hash? Without a hash (unknown login) it works just as long and says
   * no. Throws QueueFull.
   */
  fits(stored: string | null, password: string): Promise<boolean>;
  hash(password: string): Promise<string>;
  /** Was the hash made more cheaply than we hash today? */
  isOutdated(stored: string): boolean;
  /** How many hashes were computed: sign-ins must cost the same whether a login exists or not. */
  computed(): number;
};

export function passwordHashes(pepper: Pepper, queue: HashQueue = hashQueue()): PasswordHashes {
  const decoy = hashPassword(randomBytes(16).toString('hex'), pepper);
  return {
    async fits(stored, password) {
      const compared = stored ?? (await decoy);
      const fitting = await queue.run(() => verify(compared, peppered(password, pepper)));
      return fitting && stored !== null;
    },
    hash: (password) => queue.run(() => hashPassword(password, pepper)),
    isOutdated(stored) {
      const used = parseOptions(stored);
      return used.memoryCost < cost.memoryCost || used.timeCost < cost.timeCost;
    },
    computed: () => queue.done(),
  };
}

/** As text: the library's `verify` takes no bytes that are not UTF-8. */
function peppered(password: string, { passwordPepper }: Pepper): string {
  return createHmac('sha256', passwordPepper).update(normalisePassword(password), 'utf8').digest('base64');
}

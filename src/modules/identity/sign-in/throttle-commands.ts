import { createHmac } from 'node:crypto';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import { bucketLimits, networkOf, waitAfter, type BucketKind } from './throttle-rules.ts';

/** One counter of failed tries; its name in the database says nothing. */
export type Bucket = { readonly kind: BucketKind; readonly name: Buffer };

export type Attempt = {
  readonly login: string;
  readonly address: string;
  /** The device that signed in to this login before counts by itself, and not for the account. */
  readonly device: string | null;
};

/** The counters an attempt falls into. `key` keeps logins and networks out of the table. */
export function bucketsOf(key: Buffer, { login, address, device }: Attempt): readonly Bucket[] {
  const network = networkOf(address);
  const named = (kind: BucketKind, text: string): Bucket => ({
    kind,
    name: createHmac('sha256', key).update(`${kind}|${text}`).digest(),
  });
  if (device !== null) return [named('accountNetwork', `${login}|device|${device}`)];
  return [
    named('account', login),
    named('accountNetwork', `${login}|${network}`),
    named('network', network),
    named('everything', ''),
  ];
}

/** The counters of a code: it names no account, so only the wide ones hold. */
export function codeBucketsOf(key: Buffer, address: string): readonly Bucket[] {
  return bucketsOf(key, { login: '', address, device: null }).filter(
    ({ kind }) => kind === 'network' || kind === 'everything',
  );
}

/**
 * Counts an attempt before its password is looked at, so that a thousand at once count a thousand
 * times. Answers how many seconds to wait; then nothing was counted.
 */
export async function countAttempt(tx: UnfencedTx, buckets: readonly Bucket[], now: Date): Promise<number> {
  await tx.run(unsynced);
  const names = buckets.map(({ name }) => name);
  await tx.run(makeBuckets, [names, now]);
  const rows = await tx.rows<BucketRow>(lockBuckets, [names]);
  const held = buckets.map((bucket) => {
    const row = rows.find(({ name }) => name.equals(bucket.name));
    return {
      ...bucket,
      failures: row ? failuresNow(bucket.kind, row, now) : 0,
      blockedUntil: row?.blockedUntil,
    };
  });
  const wait = Math.max(0, ...held.map(({ blockedUntil }) => secondsUntil(blockedUntil ?? null, now)));
  if (wait > 0) return wait;
  await tx.run(writeBuckets, [
    names,
    held.map(({ failures }) => failures + 1),
    now,
    held.map(({ kind, failures }) => {
      const seconds = waitAfter(failures + 1, bucketLimits[kind]);
      return seconds === 0 ? null : new Date(now.getTime() + seconds * 1000);
    }),
  ]);
  return 0;
}

/** The password could not be looked at: every counter loses the attempt. */
export async function returnAttempt(tx: UnfencedTx, buckets: readonly Bucket[]): Promise<void> {
  await tx.run(unsynced);
  await tx.run(lowerBuckets, [buckets.map(({ name }) => name)]);
}

/** The attempt was good: the account's counters begin anew, the wide ones lose it. */
export async function forgiveAttempt(tx: UnfencedTx, buckets: readonly Bucket[]): Promise<void> {
  await tx.run(unsynced);
  const isNarrow = ({ kind }: Bucket) => kind === 'account' || kind === 'accountNetwork';
  await tx.run(clearBuckets, [buckets.filter(isNarrow).map(({ name }) => name)]);
  await tx.run(lowerBuckets, [buckets.filter((bucket) => !isNarrow(bucket)).map(({ name }) => name)]);
}

type BucketRow = {
  readonly name: Buffer;
  readonly failures: number;
  readonly lastAt: string;
  readonly blockedUntil: string | null;
};

/** Failures are forgotten when none came for the bucket's memory, beyond the wait they brought. */
function failuresNow(kind: BucketKind, { failures, lastAt, blockedUntil }: BucketRow, now: Date): number {
  const since = Math.max(Date.parse(lastAt), blockedUntil === null ? 0 : Date.parse(blockedUntil));
  return now.getTime() - since > bucketLimits[kind].memory * 1000 ? 0 : failures;
}

function secondsUntil(moment: string | null, now: Date): number {
  return moment === null ? 0 : Math.ceil((Date.parse(moment) - now.getTime()) / 1000);
}

// Counters may lose their last moments in a power cut; a sign-in does not wait for the disk.
const unsynced = statement('identity.unsynced', 'set local synchronous_commit = off');

// Counters that are not there yet; primary key.
const makeBuckets = statement(
  'identity.makeBuckets',
  `insert into directory.sign_in_throttle (bucket, failures, window_start)
   select b, 0, $2 from unnest($1::bytea[]) b order by b on conflict (bucket) do nothing`,
);

// Locks counters, always in one order; primary key.
const lockBuckets = statement(
  'identity.lockBuckets',
  `select bucket as name, failures, window_start as "lastAt", blocked_until as "blockedUntil"
   from directory.sign_in_throttle where bucket = any ($1::bytea[]) order by bucket for update`,
);

// New values of locked counters; primary key.
const writeBuckets = statement(
  'identity.writeBuckets',
  `update directory.sign_in_throttle t
   set failures = g.failures, window_start = $3, blocked_until = g.blocked_until
   from unnest($1::bytea[], $2::int[], $4::timestamptz[]) as g (bucket, failures, blocked_until)
   where t.bucket = g.bucket`,
);

// Counters of an account that has shown its password.
const clearBuckets = statement(
  'identity.clearBuckets',
  'delete from directory.sign_in_throttle where bucket = any ($1::bytea[])',
);

// Takes one attempt back; primary key.
const lowerBuckets = statement(
  'identity.lowerBuckets',
  `update directory.sign_in_throttle set failures = greatest(failures - 1, 0), blocked_until = null
   where bucket = any ($1::bytea[])`,
);

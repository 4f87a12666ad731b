/**
 * What failed tries are counted by. An account is narrow; a network is wide, for a whole school
 * sits behind one address.
 */
export type BucketKind = 'account' | 'accountNetwork' | 'network' | 'everything' | 'unsolved';

export type BucketLimit = {
  /** So many failures cost nothing. */
  readonly free: number;
  /** Then each further one doubles the wait, from `firstWait` to `longestWait`. Seconds. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** Failures are forgotten when none came for so long. Seconds. */
  readonly memory: number;
};

const minute = 60;
const hour = 60 * minute;

/**
 * Nothing here locks an account: a known device never waits for `account`, and everybody's wait
 * ends. The waits of `account` leave an attacker about 20 guesses a day, from however many networks.
 */
export const bucketLimits: Readonly<Record<BucketKind, BucketLimit>> = {
  account: { free: 5, firstWait: minute, longestWait: 3 * hour, memory: 24 * hour },
  accountNetwork: { free: 5, firstWait: 30, longestWait: hour, memory: 24 * hour },
  network: { free: 300, firstWait: 2, longestWait: minute, memory: hour },
  // Public forms whose browser did no work for them: without script, or not a browser at all.
  unsolved: { free: 10, firstWait: 5 * minute, longestWait: hour, memory: hour },
  everything: { free: 5_000, firstWait: 1, longestWait: 5, memory: 10 * minute },
};

/** How long to wait after the given number of failures, in seconds; 0 = not at all. */
export function waitAfter(failures: number, limit: BucketLimit): number {
  if (failures < limit.free) return 0;
  return Math.min(limit.firstWait * 2 ** Math.min(failures - limit.free, 30), limit.longestWait);
}

/** The network of an address: /24 of IPv4, /56 of IPv6. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (/^\d+\.\d+\.\d+\.\d+$/.test(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  const groups = expandedGroups(mapped);
  const [first = 0, second = 0, third = 0, fourth = 0] = groups;
  return `${[first, second, third, fourth & 0xff00].map((group) => group.toString(16)).join(':')}::/56`;
}

/** The eight groups of an IPv6 address; a zone behind `%` does not count. */
function expandedGroups(address: string): readonly number[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(gap).fill('0'), ...right].map((group) => Number.parseInt(group, 16) || 0);
}

import { describe, expect, test } from 'vitest';
import { bucketLimits, networkOf, waitAfter } from './throttle-rules.ts';

describe('a network', () => {
  test.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1:2ff::1', '2001:db8:1:200::/56'],
    ['2001:db8:1:2aa:5:6:7:8', '2001:db8:1:200::/56'],
    ['2001:db8::1', '2001:db8:0:0::/56'],
    ['fe80::1%eth0', 'fe80:0:0:0::/56'],
    ['::1', '0:0:0:0::/56'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('the wait', () => {
  test('doubles after the free failures up to its longest', () => {
    const { account } = bucketLimits;
    expect([0, 4, 5, 6, 7, 12, 13, 1000].map((failures) => waitAfter(failures, account))).toEqual([
      0, 0, 60, 120, 240, 7_680, 10_800, 10_800,
    ]);
  });

  test('of a whole school behind one address begins late and stays short', () => {
    expect(waitAfter(299, bucketLimits.network)).toBe(0);
    expect(waitAfter(10_000, bucketLimits.network)).toBe(60);
  });
});

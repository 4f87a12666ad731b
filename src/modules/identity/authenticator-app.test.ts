import fc from 'fast-check';
import { TOTP, Secret } from 'otpauth';
import { expect, test } from 'vitest';
import { newSecret, secretAddress, stepOf } from './authenticator-app.ts';

// RFC 6238, appendix B, the last six digits: «12345678901234567890» in base32.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('the code of second %d', (seconds, code) => {
  expect(stepOf(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

test.each([
  [-60, null],
  [-30, -1],
  [0, 0],
  [30, 1],
  [60, null],
])('a clock that is %d s off', (off, delta) => {
  const at = 1_700_000_000;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: (at + off) * 1000 });
  const step = stepOf(secret, code, new Date(at * 1000));
  expect(step).toBe(delta === null ? null : Math.floor(at / 30) + delta);
});

test('every secret is opened by its own code', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4_000_000_000 }), (seconds) => {
      const own = newSecret();
      const code = new TOTP({ secret: Secret.fromBase32(own) }).generate({ timestamp: seconds * 1000 });
      return stepOf(own, code, new Date(seconds * 1000)) === Math.floor(seconds / 30);
    }),
  );
});

test('a wrong code opens nothing', () => {
  expect(stepOf(secret, '287083', new Date(59_000))).toBe(null);
});

test('the address names product, login and secret', () => {
  const address = secretAddress(secret, 'ivanova.m');
  expect(address).toContain(`secret=${secret}`);
  expect(decodeURIComponent(address)).toContain('Парта:ivanova.m');
});

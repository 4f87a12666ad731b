import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { challengeMs, isOwnChallenge, newChallenge, relyingParty } from './passkeys.ts';

test.each([
  ['tls', 'https', 'school.example', 'school.example'],
  ['proxy', 'https', 'Dnevnik.School.example:8443', 'dnevnik.school.example'],
  ['loopback', 'http', 'localhost:8080', 'localhost'],
  ['loopback', 'http', '127.0.0.1:8080', null],
  ['tls', 'https', '[2001:db8::1]', null],
  ['tls', 'https', '192.0.2.7', null],
  ['insecure', 'http', 'school.local', null],
] as const)('passkeys over %s at %s://%s', (transport, protocol, host, id) => {
  expect(relyingParty({ transport }, { protocol, host })?.id ?? null).toBe(id);
});

test('a challenge is good for its purpose, for five minutes, and was made here', () => {
  const now = new Date('2026-11-24T06:00:00Z');
  const at = { key: randomBytes(32), purpose: 'one', now };
  const challenge = Buffer.from(newChallenge(at)).toString('base64url');
  expect(isOwnChallenge(at, challenge)).toBe(true);
  expect(isOwnChallenge({ ...at, purpose: 'another' }, challenge)).toBe(false);
  expect(isOwnChallenge({ ...at, key: randomBytes(32) }, challenge)).toBe(false);
  expect(isOwnChallenge({ ...at, now: new Date(now.getTime() + challengeMs) }, challenge)).toBe(false);
  for (const broken of ['', 'AAAA', challenge.slice(0, -2), `B${challenge.slice(1)}`])
    expect(isOwnChallenge(at, broken === challenge ? `C${challenge.slice(1)}` : broken)).toBe(false);
});

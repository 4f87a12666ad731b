import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig, readSecrets } from './config.ts';

describe('settings', () => {
  test('flags win over the environment, the rest is loopback', () => {
    expect(readConfig({}, {})).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      transport: 'loopback',
      sessionCookie: { name: '__Host-parta', secure: true },
    });
    expect(readConfig({ port: '81' }, { PARTA_PORT: '82', PARTA_DATA: '/srv/parta' })).toMatchObject({
      port: 81,
      dataDirectory: '/srv/parta',
    });
  });

  test('plain HTTP off loopback needs its flag and gets another cookie', () => {
    expect(() => readConfig({ host: '0.0.0.0' }, {})).toThrow(
      expect.objectContaining({ code: 'plainHttpOffLoopback' }),
    );
    expect(readConfig({ host: '0.0.0.0', insecureHttp: true }, {})).toMatchObject({
      transport: 'insecure',
      sessionCookie: { name: 'parta-insecure', secure: false },
    });
  });

  test('behind a proxy the transport is its own', () => {
    expect(readConfig({ host: '0.0.0.0' }, { PARTA_TRUST_PROXY: '10.0.0.0/8, 127.0.0.1' })).toMatchObject({
      transport: 'proxy',
      trustProxy: ['10.0.0.0/8', '127.0.0.1'],
    });
  });

  test.each(['', 'x', '-1', '65536', '80.5'])('port %j is refused', (port) => {
    expect(() => readConfig({ port }, {})).toThrow(expect.objectContaining({ code: 'portInvalid' }));
  });

  test('letters may name the address of this Parta', () => {
    expect(readConfig({}, {}).origin).toBeNull();
    expect(readConfig({}, { PARTA_ORIGIN: 'https://diary.school.test/' }).origin).toBe(
      'https://diary.school.test',
    );
    for (const origin of ['diary.school.test', 'https://diary.school.test/parta', 'javascript:alert(1)'])
      expect(() => readConfig({}, { PARTA_ORIGIN: origin })).toThrow(
        expect.objectContaining({ code: 'originInvalid' }),
      );
  });

  test('a certificate needs its key', () => {
    expect(() => readConfig({ tlsCert: '/a' }, {})).toThrow(
      expect.objectContaining({ code: 'tlsIncomplete' }),
    );
  });
});

describe('secrets', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'parta-secrets-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('are made once, for their owner only, and stay', () => {
    const first = readSecrets(folder);
    expect(first.encryptionKey).toHaveLength(32);
    expect(first.encryptionKey).not.toEqual(first.blindIndexKey);
    expect(readSecrets(folder)).toEqual(first);
    expect(statSync(join(folder, 'secrets/keys.json')).mode & 0o777).toBe(0o600);
  });

  test('given by the environment win over the file', () => {
    const pepper = Buffer.alloc(32, 7);
    const given = readSecrets(folder, { PARTA_PEPPER: pepper.toString('base64') });
    expect(given).toEqual({ ...readSecrets(folder, {}), passwordPepper: pepper });
    expect(() => readSecrets(folder, { PARTA_PEPPER: 'short' })).toThrow(
      expect.objectContaining({ code: 'secretsBroken', setting: 'PARTA_PEPPER' }),
    );
  });

  test('that are broken are refused, never replaced', () => {
    const file = join(folder, 'secrets/keys.json');
    for (const text of ['{}', '{"passwordPepper":', '']) {
      writeFileSync(file, text);
      expect(() => readSecrets(folder)).toThrow(expect.objectContaining({ code: 'secretsBroken' }));
    }
  });
});

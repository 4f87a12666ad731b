import { describe, expect, it } from 'vitest';
import { addressesFromEnvironment } from './addresses.ts';

const server = {
  DATABASE_URL: 'postgres://parta_app@db/parta',
  DATABASE_IDENTITY_URL: 'postgres://parta_identity@db/parta',
  DATABASE_JOBS_URL: 'postgres://parta_jobs@db/parta',
};

describe('addressesFromEnvironment', () => {
  it('without DATABASE_URL leaves it to the embedded engine', () => {
    expect(addressesFromEnvironment({})).toBeNull();
  });

  it('needs no owner to serve and listens where the application reads', () => {
    expect(addressesFromEnvironment(server)).toMatchObject({ owner: '', listen: server.DATABASE_URL });
  });

  it('listens past a pooler when told', () => {
    const direct = { ...server, DATABASE_LISTEN_URL: 'postgres://parta_app@primary/parta' };
    expect(addressesFromEnvironment(direct)?.listen).toBe(direct.DATABASE_LISTEN_URL);
  });

  it('names what is missing', () => {
    expect(() => addressesFromEnvironment({ DATABASE_URL: server.DATABASE_URL })).toThrow(
      'The database addresses DATABASE_IDENTITY_URL, DATABASE_JOBS_URL are missing: set them beside DATABASE_URL.',
    );
  });
});

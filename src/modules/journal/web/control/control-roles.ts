import type { StaffRole } from '#platform/actor.ts';

/** Who meets the section; the server decides by the same roles what its pages show. */
export const controlRoles: readonly StaffRole[] = ['deputyHead', 'principal', 'schoolAdmin'];

import type { StaffRole } from '#platform/actor.ts';

/** Who may open every class of the school. */
export const leadingRoles: readonly StaffRole[] = ['schoolAdmin', 'principal', 'deputyHead'];

import type { Actor, StaffRole } from '#platform/actor.ts';
import { peopleFence } from '../people/policy.ts';

/** The load is the deputy head's work as much as the office's; the principal reads it. */
const writers: readonly StaffRole[] = ['secretary', 'deputyHead', 'schoolAdmin'];

export function mayWriteLoad({ roles }: Actor): boolean {
  return roles.some((role) => writers.includes(role));
}

export const writesLoad = { fence: peopleFence, may: mayWriteLoad };

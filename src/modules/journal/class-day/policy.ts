import type { Actor } from '#platform/actor.ts';
import { journalFence, readsWholeSchool } from '../pages/policy.ts';

/** Homeroom teachers read their classes, those who lead the school all; the statements decide by `classReach`. */
export const classDayPolicy = { fence: journalFence, may: () => true };

/** Whole school and homeroom classes, as parameters of the statements. */
export function classReach(actor: Actor): readonly [boolean, readonly string[]] {
  return [readsWholeSchool(actor), actor.homeroomClassIds];
}

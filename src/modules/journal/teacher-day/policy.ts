import { journalFence } from '../pages/policy.ts';

/** Everybody of the staff reads the own day: the statement knows no other person than the actor. */
export const teacherDayPolicy = { fence: journalFence, may: () => true };

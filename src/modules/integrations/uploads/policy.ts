import type { Actor, StaffRole } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';
import { refuse } from '#platform/problem.ts';

export type UploadKind = 'students' | 'staff' | 'load' | 'timetable';

/**
 * Who loads what. Lists of staff give roles and those of the load give pages to teach: whoever keeps the people only
 * could give either to oneself.
 */
const loaders: Readonly<Record<UploadKind, readonly StaffRole[]>> = {
  students: ['secretary', 'schoolAdmin'],
  staff: ['schoolAdmin'],
  load: ['deputyHead', 'schoolAdmin'],
  timetable: ['deputyHead', 'schoolAdmin'],
};
const readers: readonly StaffRole[] = ['secretary', 'deputyHead', 'principal', 'schoolAdmin'];

const holds = ({ roles }: Actor, wanted: readonly StaffRole[]) => roles.some((role) => wanted.includes(role));

/** Null = 404: whoever is not of the office does not learn that there is such a page. */
function uploadFence(actor: Actor): Fence | null {
  return holds(actor, readers) ? { schoolId: actor.schoolId, studentIds: '*' } : null;
}

export function mayLoad(actor: Actor): readonly UploadKind[] {
  return (Object.keys(loaders) as UploadKind[]).filter((kind) => holds(actor, loaders[kind]));
}

/** 403 with the kind when one of the tables is not for this person to load. */
export function requireKinds(actor: Actor, kinds: readonly UploadKind[]): void {
  const may = mayLoad(actor);
  const foreign = kinds.find((kind) => !may.includes(kind));
  if (foreign !== undefined) refuse('imports.kindNotAllowed', { kind: foreign }, 403);
}

export const readsImports = { fence: uploadFence, may: () => true };
export const loadsLists = {
  fence: uploadFence,
  may: (actor: Actor) => mayLoad(actor).some((kind) => kind !== 'timetable'),
};
export const loadsTimetable = {
  fence: uploadFence,
  may: (actor: Actor) => mayLoad(actor).includes('timetable'),
};

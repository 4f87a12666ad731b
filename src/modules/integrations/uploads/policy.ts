import type { Actor, StaffRole } from '#platform/actor.ts';
import { readsPeople } from '#modules/roster/index.ts';
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
/** The kinds of files this person may load. */
export function mayLoad(actor: Actor): readonly UploadKind[] {
  return (Object.keys(loaders) as UploadKind[]).filter((kind) =>
    actor.roles.some((role) => loaders[kind].includes(role)),
  );
}

/** 403 with the kind when one of the tables is not for this person to load. */
export function requireKinds(actor: Actor, kinds: readonly UploadKind[]): void {
  const may = mayLoad(actor);
  const foreign = kinds.find((kind) => !may.includes(kind));
  if (foreign !== undefined) refuse('imports.kindNotAllowed', { kind: foreign }, 403);
}

/** The office and those who lead the school; whoever else does not learn that there is such a page. */
export const readsImports = readsPeople;
export const loadsFiles = {
  fence: readsPeople.fence,
  may: (actor: Actor) => mayLoad(actor).length > 0,
};
export const loadsLists = {
  fence: readsPeople.fence,
  may: (actor: Actor) => mayLoad(actor).some((kind) => kind !== 'timetable'),
};
export const loadsTimetable = {
  fence: readsPeople.fence,
  may: (actor: Actor) => mayLoad(actor).includes('timetable'),
};

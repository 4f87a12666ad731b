import type { Actor, StaffRole } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';

/** What a policy decides by, as far as a fault may change it. */
export type Decisions = {
  readonly fence: (actor: Actor, ...rest: unknown[]) => Fence | null;
  readonly may: (actor: Actor, ...rest: unknown[]) => unknown;
};

export type Fault = { readonly name: string; readonly plant: (right: Decisions) => Decisions };

/** The people and classes of the schools a fault may let somebody reach. */
export type Everybody = {
  readonly studentIds: readonly string[];
  readonly classIds: readonly string[];
  readonly yesterday: string;
};

const staffRoles: readonly StaffRole[] = ['teacher', 'deputyHead', 'secretary', 'principal', 'schoolAdmin'];

/** The mistakes people make in policies: too open, too closed, a role too many, a relation nobody looked at. */
export function faultsFor({ studentIds, classIds, yesterday }: Everybody): readonly Fault[] {
  const wholeSchool: Decisions['fence'] = ({ schoolId }) => ({ schoolId, studentIds: '*' });
  const seenAs = (name: string, change: (actor: Actor) => Actor): Fault => ({
    name,
    plant: ({ fence, may }) => ({
      fence: (actor, ...rest) => fence(change(actor), ...rest),
      may: (actor, ...rest) => may(change(actor), ...rest),
    }),
  });
  return [
    { name: 'everybody sees it', plant: ({ may }) => ({ fence: wholeSchool, may }) },
    { name: 'whoever sees it may do it', plant: ({ fence }) => ({ fence, may: () => true }) },
    { name: 'everybody may do it', plant: () => ({ fence: wholeSchool, may: () => true }) },
    { name: 'nobody sees it', plant: ({ may }) => ({ fence: () => null, may }) },
    { name: 'nobody may do it', plant: ({ fence }) => ({ fence, may: () => false }) },
    ...staffRoles.map((role) =>
      seenAs(`everybody passes for ${role}`, (actor) => ({ ...actor, roles: [...actor.roles, role] })),
    ),
    ...staffRoles.map((role) =>
      seenAs(`${role} is forgotten`, (actor) => ({
        ...actor,
        roles: actor.roles.filter((own) => own !== role),
      })),
    ),
    seenAs('whose class it is does not matter', (actor) => ({ ...actor, homeroomClassIds: classIds })),
    seenAs('whose child it is does not matter', (actor) => ({
      ...actor,
      students: studentIds.map((studentId) => ({
        studentId,
        kinship: 'mother',
        scope: ['marks', 'messages', 'contacts', 'documents'],
      })) as Actor['students'],
    })),
    seenAs('own children are forgotten', (actor) => ({ ...actor, students: [] })),
    seenAs('the class one leads is forgotten', (actor) => ({ ...actor, homeroomClassIds: [] })),
    seenAs('what ended yesterday still counts', (actor) => ({ ...actor, today: yesterday })),
  ];
}

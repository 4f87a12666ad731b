import type { StaffRole } from '#platform/actor.ts';

/**
 * The roles that go with a position as the staff list names it; several positions are divided by a comma. A position
 * that is not here gives none: the school's administrator grants what is needed.
 */
export function rolesOfPosition(position: string): readonly StaffRole[] {
  const roles = position.split(/[,;/+]/u).flatMap((part) => {
    const written = part.trim().toLowerCase().replaceAll('ё', 'е');
    return table.find(([pattern]) => pattern.test(written))?.[1] ?? [];
  });
  return [...new Set(roles)];
}

/** The first fitting line counts. */
const table: readonly (readonly [pattern: RegExp, roles: readonly StaffRole[]])[] = [
  [/^(и\.? ?о\.? )?директор|^руководитель оо/u, ['principal']],
  [/^зам(еститель|\.)? ?дир|^завуч/u, ['deputyHead']],
  [/^секретарь|^делопроизводитель/u, ['secretary']],
  [/^администратор|^системный администратор/u, ['schoolAdmin']],
  [/психолог/u, ['psychologist']],
  [/^социальный педагог|^соц\.? ?педагог/u, ['socialPedagogue']],
  [/библиотекар/u, ['librarian']],
  [/логопед|дефектолог/u, []],
  [/^учитель|^преподаватель/u, ['teacher']],
];

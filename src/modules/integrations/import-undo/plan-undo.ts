import type { Entry } from '../import-journal/entry-rules.ts';
import { lessonsBack, templateUnits } from './lessons-back.ts';
import { peopleUnits, personChanges } from './people-units.ts';
import { staffUnits } from './staff-units.ts';
import { structureUnits } from './structure-units.ts';
import { ledgerOf, settle, type Back, type Kept, type Present, type Uses } from './units.ts';

export type UndoPlan = {
  readonly back: readonly Back[];
  readonly kept: readonly Kept[];
  /** Lines of the journal to be taken back; of a changed person only the fields that nobody wrote since. */
  readonly entries: readonly Entry[];
};

/** What taking an import back comes to; nothing is written. */
export function planUndo(journal: readonly Entry[], present: Present, uses: Uses): UndoPlan {
  const ledger = ledgerOf(journal, present);
  const persons = personChanges(ledger);
  const lessons = lessonsBack(ledger, uses);
  const settled = settle([
    ...peopleUnits(ledger, uses),
    ...persons.units,
    ...staffUnits(ledger, uses),
    ...structureUnits(ledger, uses),
    ...templateUnits(ledger),
  ]);
  const useful = (['room', 'bells'] as const).flatMap((fact) =>
    ledger
      .of(fact)
      .map((entry): Kept => ({ of: fact, name: String(entry.new['name']), reason: 'useful', facts: {} })),
  );
  return {
    back: [...settled.back.map(({ back }) => back), ...lessons.back],
    kept: [...settled.kept, ...persons.kept, ...lessons.kept, ...useful],
    entries: [...settled.back.flatMap(({ entries }) => entries), ...lessons.entries],
  };
}

import type { Entry } from '../import-journal/entry-rules.ts';
import { idOf } from './people-units.ts';
import type { Back, Kept, KeptReason, Ledger, Unit, Uses } from './units.ts';

/** Lessons and templates as they go back; `kept` by page with how many. */
export type LessonsBack = {
  readonly entries: readonly Entry[];
  readonly back: readonly Back[];
  readonly kept: readonly Kept[];
};

/**
 * A lesson somebody changed since stays as it is. One the import added leaves the timetable; with entries it is shown
 * «вне расписания». One it moved or took out stands again where it stood.
 */
export function lessonsBack(ledger: Ledger, uses: Pick<Uses, 'lessons'>): LessonsBack {
  const going: Entry[] = [];
  const counts = new Map<string, number>();
  const count = (pageId: string, what: Back['kind'] | KeptReason) => {
    const key = `${pageId} ${what}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const entry of ledger.of('lesson')) {
    const pageId = idOf(entry.new, 'assignmentId');
    const stands = ledger.row('lesson', entry.id);
    if (!stands || stands['isChanged'] === true || stands['state'] === 'cancelled') count(pageId, 'byHand');
    else if (!ledger.isSame(entry)) count(pageId, 'changed');
    else {
      going.push(entry);
      const isHeld = entry.old === null && uses.lessons.has(entry.id);
      count(pageId, isHeld ? 'outside' : entry.old === null ? 'removed' : 'restored');
    }
  }
  const lines = [...counts]
    .map(([key, number]) => {
      const [pageId = '', what = ''] = key.split(' ');
      return { name: ledger.pageName(pageId), what, number };
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'ru', { numeric: true }));
  const isBack = (what: string) => what === 'removed' || what === 'restored';
  return {
    entries: going,
    back: lines
      .filter(({ what }) => isBack(what))
      .map(({ name, what, number }) => ({
        kind: what as Back['kind'],
        of: 'lessons',
        name,
        fields: [],
        count: number,
      })),
    kept: lines
      .filter(({ what }) => !isBack(what))
      .map(({ name, what, number }) => ({
        of: 'lessons',
        name,
        reason: what as KeptReason,
        facts: { count: number },
      })),
  };
}

export function templateUnits(ledger: Ledger): readonly Unit[] {
  return ledger.of('template').map((entry): Unit => {
    const name = ledger.present.templates.find(({ id }) => id === entry.id)?.name ?? '';
    return {
      key: `template ${entry.id}`,
      back: {
        kind: entry.old === null ? 'removed' : 'restored',
        of: 'template',
        name,
        fields: [],
      },
      entries: [entry],
      reason: ledger.isSame(entry) ? null : { code: 'changed' },
      holds: [],
    };
  });
}

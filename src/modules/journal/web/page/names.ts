import type { Formats } from '#web/formats.ts';
import { markName, markText } from '#web/ui/mark-names.ts';
import type { UiWords } from '#web/ui/ru.ts';
import { nbsp } from '#web/words.ts';
import type { LockCode } from '../../marks/contract.ts';
import type { JournalPage } from '../../pages/contract.ts';
import type { JournalWords } from '../ru.ts';
import type { Student, Work } from '../store/model.ts';
import type { PageStore } from '../store/page-store.ts';
import type { CellView, ShownMark } from '../store/views.ts';

/** «7 «Б»», «7 «Б», 7 «В»» */
export function classNames(classes: readonly { readonly grade: number; readonly letter: string }[]): string {
  return classes.map(({ grade, letter }) => `${grade}${nbsp}«${letter}»`).join(', ');
}

/** The class alone, or the group's own name with it: «7 «Б»», «Английский, 1-я группа». */
export function groupName(page: {
  readonly group: { readonly name: string; readonly kind: string };
  readonly classes: JournalPage['page']['classes'];
}): string {
  return page.group.kind === 'class' && page.classes.length > 0 ? classNames(page.classes) : page.group.name;
}

/** What stands in a cell, in the few characters it shows: «Н 4/5». */
export function cellText(words: UiWords, { marks, attendance, reason }: CellView): string {
  const presence = attendance === null || attendance.fact === 'present' ? [] : [attendance.fact];
  const letters = presence.map((fact) => words.attendanceLetter[reason ?? fact]);
  const values = marks.filter(({ isReplaced }) => !isReplaced).map(({ value }) => markText(words, value));
  return [...letters, values.join('/')].filter((part) => part !== '').join(' ');
}

/** Which marks from other groups a student's average holds; null = none. */
export function elsewhereText(
  { words, uiWords }: { readonly words: JournalWords; readonly uiWords: UiWords },
  { elsewhere }: Student,
): string | null {
  if (elsewhere.length === 0) return null;
  return [...Map.groupBy(elsewhere, ({ group }) => group)]
    .map(([group, marks]) =>
      words.grid.elsewhere(
        group,
        marks.map(({ value }) => markText(uiWords, value ?? 'pendingPoint')).join(', '),
      ),
    )
    .join('. ');
}

/** The accessible name of a cell that is not empty: «Отметка 4 (хорошо), контрольная работа, вес 3». */
export function cellName(
  { words, uiWords, formats }: { words: JournalWords; uiWords: UiWords; formats: Formats },
  work: Work,
  view: CellView,
): string {
  const { marks, attendance, reason, state } = view;
  const parts: string[] = [];
  if (attendance !== null && attendance.fact !== 'present') {
    const name = uiWords.attendanceWord[reason ?? attendance.fact];
    parts.push(attendance.minutes === null ? name : `${name}, ${uiWords.minutes(attendance.minutes)}`);
  }
  for (const mark of marks) {
    if (mark.slot === 2) continue;
    parts.push(
      markName(uiWords, {
        value: mark.value,
        band: mark.band,
        second: secondOf(marks, mark)?.value ?? null,
        work: work.type?.name.toLowerCase() ?? null,
        weight: work.weight,
        isReplaced: mark.isReplaced,
        dueBy: mark.pointDue === null ? null : formats.day(mark.pointDue),
      }),
    );
    if (mark.comment !== null) parts.push(`${words.comment}: ${mark.comment}`);
  }
  if (state === 'queued' || state === 'conflict') parts.push(uiWords[state]);
  return parts.join('; ');
}

export function secondOf(marks: readonly ShownMark[], { attempt }: ShownMark): ShownMark | undefined {
  return marks.find((mark) => mark.attempt === attempt && mark.slot === 2);
}

/** Why a cell is closed, in words. */
export function lockText(words: JournalWords, lock: LockCode, store: PageStore): string {
  const said = words.locks[lock];
  return typeof said === 'string' ? said : said(store.model.peek().facts.settings.editWindowDays ?? 0);
}

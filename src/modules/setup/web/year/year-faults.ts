import type { YearDraft } from '#modules/organisation/years/contract.ts';
import { yearFaults } from '#modules/organisation/years/rules.ts';
import type { SetUpWords } from '../ru.ts';

/** Words of what is wrong, by the place it stands at; a date half typed is a fault of its own. */
export function faultsOf(draft: YearDraft, words: SetUpWords['year']): ReadonlyMap<string, string> {
  const missing = missingAt(draft, words);
  if (missing.size > 0) return missing;
  const faults = new Map<string, string>();
  for (const { code, at } of yearFaults(kept(draft)))
    if (!faults.has(at)) faults.set(at, words.faults[code] ?? code);
  return faults;
}

/** Schemes without a grade are no part of the year: they were begun and left. */
export function kept(draft: YearDraft): YearDraft {
  return { ...draft, schemes: draft.schemes.filter(({ grades }) => grades.length > 0) };
}

function missingAt(draft: YearDraft, words: SetUpWords['year']): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  const look = (at: string, span: { readonly startDate: string; readonly endDate: string }) => {
    if (span.startDate === '' || span.endDate === '') faults.set(at, words.dateMissing);
  };
  look('year', draft);
  draft.schemes.forEach(({ periods }, scheme) =>
    periods.forEach((period, at) => look(`schemes.${scheme}.periods.${at}`, period)),
  );
  draft.breaks.forEach((one, at) => {
    if (one.name.trim() === '') faults.set(`breaks.${at}`, words.nameMissing);
    else look(`breaks.${at}`, one);
  });
  return faults;
}

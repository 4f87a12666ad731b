import { daysBetween, schoolDays } from '#modules/organisation/calendar/rules.ts';
import { newId } from '#web/new-id.ts';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { trash, warning } from '#web/ui/icons.ts';
import { GradeChips } from '#web/ui/staff/GradeChips.tsx';
import type { SchemeKind, YearDraft } from '#modules/organisation/years/contract.ts';
import { proposedPeriods } from '#modules/organisation/years/rules.ts';
import { setUpWords } from '../words.ts';
import { SpanFields } from './SpanFields.tsx';

type Scheme = YearDraft['schemes'][number];
type Props = {
  readonly draft: YearDraft;
  readonly faults: ReadonlyMap<string, string>;
  readonly mayWrite: boolean;
  readonly set: (change: Partial<YearDraft>) => void;
};

const kinds: readonly SchemeKind[] = ['quarter', 'trimester', 'halfYear', 'module'];
const usualGrades = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** Which grades count by which periods, and from when to when. */
export function Schemes({ draft, faults, mayWrite, set }: Props) {
  const { year: words } = useWords(setUpWords);
  const change = (at: number, scheme: Partial<Scheme>) =>
    set({ schemes: draft.schemes.map((one, index) => (index === at ? { ...one, ...scheme } : one)) });
  const taken = draft.schemes.flatMap(({ grades }) => grades);
  const without = usualGrades.filter((grade) => !taken.includes(grade));
  const free = kinds.filter((kind) => draft.schemes.every((scheme) => scheme.kind !== kind));
  const add = (kind: SchemeKind) => {
    const periods = proposedPeriods(kind, draft);
    set({ schemes: [...draft.schemes, { id: newId(), kind, grades: without, periods }] });
  };
  return (
    <>
      {draft.schemes.map((scheme, at) => (
        <section key={scheme.id} class="card" aria-labelledby={`scheme-${scheme.id}`}>
          <div class="card__head">
            <h2 id={`scheme-${scheme.id}`}>{words.schemes[scheme.kind]}</h2>
            {mayWrite && draft.schemes.length > 1 ? (
              <button
                type="button"
                class="icon-button"
                aria-label={words.removeScheme(words.schemes[scheme.kind])}
                onClick={() => set({ schemes: draft.schemes.filter((_, index) => index !== at) })}
              >
                <Icon path={trash} size={20} />
              </button>
            ) : null}
          </div>
          <GradeChips
            id={`grades-${scheme.id}`}
            label={words.gradesOf}
            grades={scheme.grades}
            taken={taken}
            choose={(grades) => change(at, { grades })}
          />
          {scheme.grades.length === 0 ? <p class="quiet">{words.noGrades}</p> : null}
          <ol class="spans">
            {scheme.periods.map((period, index) => (
              <SpanFields
                // The place in the year is what a period is.
                key={index}
                id={`period-${scheme.id}-${index}`}
                name={words.periods[scheme.kind](index + 1)}
                span={period}
                length={lengthText(studyDays(draft, scheme, period), words.studyDays)}
                fault={faults.get(`schemes.${at}.periods.${index}`) ?? null}
                set={(span) =>
                  change(at, {
                    periods: scheme.periods.map((one, place) =>
                      place === index ? { ...one, ...span } : one,
                    ),
                  })
                }
              />
            ))}
          </ol>
          {faults.has(`schemes.${at}`) ? (
            <p class="field__error">
              <Icon path={warning} size={16} />
              {faults.get(`schemes.${at}`)}
            </p>
          ) : null}
        </section>
      ))}
      {without.length > 0 ? (
        <p class="year-form__without">{words.gradesWithout(without.join(', '))}</p>
      ) : null}
      {mayWrite && free.length > 0 ? (
        <div class="year-form__more">
          <p class="quiet">{words.addScheme}</p>
          {free.map((kind) => (
            <Button key={kind} kind="quiet" onClick={() => add(kind)}>
              {words.addSchemeOf(words.schemes[kind])}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  );
}

/** How many days of a period its first grade learns: weekends and breaks do not count. Null while it is half typed. */
function studyDays(year: YearDraft, scheme: Scheme, period: Scheme['periods'][number]): number | null {
  const { startDate: start, endDate: end } = period;
  if (start === '' || end === '' || end < start || daysBetween(start, end) > 400) return null;
  const breaks = year.breaks
    .filter((one) => one.startDate !== '' && one.endDate !== '')
    .map((one) => ({ start: one.startDate, end: one.endDate, grades: one.grades }));
  const days = schoolDays(
    { year: { start, end }, breaks, overrides: [], daysPerWeek: 5 },
    // Grade 1 has a break of its own: a wrong example for the others.
    { grade: scheme.grades.find((grade) => grade > 1) ?? scheme.grades[0] ?? 5, classId: null },
  );
  return days.length;
}

const lengthText = (days: number | null, text: (count: number) => string) =>
  days === null ? null : text(days);

import { daysBetween } from '#modules/organisation/calendar/rules.ts';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { plus, trash } from '#web/ui/icons.ts';
import { GradeChips } from '#web/ui/staff/GradeChips.tsx';
import type { YearDraft } from '#modules/organisation/years/contract.ts';
import { setUpWords } from '../words.ts';
import { SpanFields } from './SpanFields.tsx';

type Break = YearDraft['breaks'][number];
type Props = {
  readonly draft: YearDraft;
  readonly faults: ReadonlyMap<string, string>;
  readonly mayWrite: boolean;
  readonly set: (change: Partial<YearDraft>) => void;
};

/** The breaks of a year: for the school, or for some grades. */
export function Breaks({ draft, faults, mayWrite, set }: Props) {
  const { year: words } = useWords(setUpWords);
  const change = (at: number, one: Partial<Break>) =>
    set({ breaks: draft.breaks.map((other, index) => (index === at ? { ...other, ...one } : other)) });
  return (
    <section class="card" aria-labelledby="year-breaks">
      <h2 id="year-breaks">{words.breaks}</h2>
      <ul class="spans">
        {draft.breaks.map((one, at) => (
          <SpanFields
            // Rows have no name of their own until they are saved.
            key={at}
            id={`break-${at}`}
            name={one.name}
            nameField={
              <input
                class="field__input"
                aria-label={words.breakName}
                maxLength={80}
                value={one.name}
                onInput={(event) => change(at, { name: event.currentTarget.value })}
              />
            }
            span={one}
            length={
              one.startDate !== '' && one.endDate >= one.startDate
                ? words.breakLength(daysBetween(one.startDate, one.endDate) + 1)
                : null
            }
            fault={faults.get(`breaks.${at}`) ?? null}
            set={(span) => change(at, span)}
          >
            <div class="span__grades">
              <select
                class="field__input"
                aria-label={words.breakGrades}
                value={one.grades === null ? 'all' : 'some'}
                onChange={(event) => change(at, { grades: event.currentTarget.value === 'all' ? null : [1] })}
              >
                <option value="all">{words.wholeSchool}</option>
                <option value="some">{words.someGrades}</option>
              </select>
              {mayWrite ? (
                <button
                  type="button"
                  class="icon-button"
                  aria-label={words.removeBreak(one.name)}
                  onClick={() => set({ breaks: draft.breaks.filter((_, index) => index !== at) })}
                >
                  <Icon path={trash} size={20} />
                </button>
              ) : null}
            </div>
            {one.grades === null ? null : (
              <GradeChips
                id={`break-grades-${at}`}
                label={words.gradesOf}
                grades={one.grades}
                choose={(grades) => change(at, { grades: grades.length === 0 ? null : grades })}
              />
            )}
          </SpanFields>
        ))}
      </ul>
      {mayWrite ? (
        <div>
          <Button
            kind="quiet"
            onClick={() =>
              set({
                breaks: [...draft.breaks, { name: words.newBreak, startDate: '', endDate: '', grades: null }],
              })
            }
          >
            <Icon path={plus} size={18} />
            {words.addBreak}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

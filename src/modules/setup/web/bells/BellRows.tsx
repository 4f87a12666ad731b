import type { BellTime } from '#modules/organisation/bells/rules.ts';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { plus, trash, warning } from '#web/ui/icons.ts';
import { setUpWords } from '../words.ts';
import { afterLast, minutesBetween } from './bell-times.ts';

type Props = {
  readonly id: string;
  readonly bells: readonly BellTime[];
  readonly wrong: { readonly at: number; readonly text: string } | null;
  readonly mayWrite: boolean;
  readonly change: (bells: BellTime[]) => void;
};

const shortest = 10;

/** The lessons of a day: number, beginning, end, and the recess after it. */
export function BellRows({ id, bells, wrong, mayWrite, change }: Props) {
  const { bells: words } = useWords(setUpWords);
  const set = (at: number, bell: Partial<BellTime>) =>
    change(bells.map((other, index) => (index === at ? { ...other, ...bell } : other)));
  return (
    <div class="bells__rows">
      <table class="staff-table">
        <thead>
          <tr>
            <th scope="col" class="number">
              {words.number}
            </th>
            <th scope="col">{words.starts}</th>
            <th scope="col">{words.ends}</th>
            <th scope="col" colSpan={2} class="bells__recess">
              {words.recess}
            </th>
          </tr>
        </thead>
        <tbody>
          {bells.map((bell, at) => {
            const next = bells[at + 1];
            const recess = next ? minutesBetween(bell.ends, next.starts) : null;
            const mark =
              wrong?.at === at ? { 'aria-invalid': 'true' as const, 'aria-describedby': `fault-${id}` } : {};
            return (
              // A row is its place in the day.
              <tr key={at}>
                <th scope="row" class="number">
                  {bell.number}
                </th>
                <td>
                  <Time
                    {...mark}
                    label={`${words.starts} ${bell.number}`}
                    value={bell.starts}
                    set={(starts) => set(at, { starts })}
                  />
                </td>
                <td>
                  <Time
                    {...mark}
                    label={`${words.ends} ${bell.number}`}
                    value={bell.ends}
                    set={(ends) => set(at, { ends })}
                  />
                </td>
                <td
                  class={`bells__recess ${recess !== null && recess < shortest ? 'bells__short' : 'quiet'}`}
                >
                  {recess === null || recess < 0 ? null : (
                    <span title={recess < shortest ? words.shortRecess(bell.number) : undefined}>
                      {words.minutes(recess)}
                    </span>
                  )}
                </td>
                <td>
                  {mayWrite && bells.length > 1 ? (
                    <button
                      type="button"
                      class="icon-button"
                      aria-label={words.removeBell(bell.number)}
                      onClick={() => change(bells.filter((_, index) => index !== at))}
                    >
                      <Icon path={trash} size={18} />
                    </button>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {wrong === null ? null : (
        <p class="field__error" id={`fault-${id}`}>
          <Icon path={warning} size={16} />
          {wrong.text}
        </p>
      )}
      {mayWrite && bells.length < 16 ? (
        <div>
          <Button kind="quiet" onClick={() => change([...bells, afterLast(bells)])}>
            <Icon path={plus} size={18} />
            {words.addBell}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

type TimeProps = {
  readonly label: string;
  readonly value: string;
  readonly set: (time: string) => void;
  readonly 'aria-invalid'?: 'true';
  readonly 'aria-describedby'?: string;
};

function Time({ label, value, set, ...described }: TimeProps) {
  return (
    <input
      {...described}
      type="time"
      class="field__input"
      aria-label={label}
      value={value}
      onInput={(event) => set(event.currentTarget.value)}
    />
  );
}

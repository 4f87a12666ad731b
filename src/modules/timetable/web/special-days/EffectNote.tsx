import type { ComponentChildren } from 'preact';
import { className } from '#modules/roster/school-class/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { warning } from '#web/ui/icons.ts';
import { clashText } from '../changes/Refused.tsx';
import { timetableWords } from '../words.ts';
import type { Effect } from './acts.ts';
import { whomName } from './names.ts';
import { specialDaysWords } from './words.ts';

type Lessons = Effect['shared']['lessons'];

/** What will happen to the lessons, in words: the whole first, then what needs a look, then class by class. */
export function EffectNote({ effect }: { effect: Effect }) {
  const words = useWords(specialDaysWords);
  const { counts, classes, held, shared, byHand } = effect;
  const said = (['cancelled', 'restored', 'added', 'moved', 'retimed', 'retired'] as const).flatMap((part) =>
    counts[part] > 0 ? [words.counts[part](counts[part])] : [],
  );
  return (
    <div class="effect">
      {said.length === 0 ? (
        <p class="effect__sum">{words.nothing}</p>
      ) : (
        <ul class="effect__sum">
          {said.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {held.marks > 0 ? (
        <Look lessons={held.lessons.filter(({ entries }) => entries === 'marks')} count={held.marks}>
          {words.marks(held.marks)}
        </Look>
      ) : null}
      {held.notes > 0 ? (
        <Look lessons={held.lessons.filter(({ entries }) => entries === 'notes')} count={held.notes}>
          {words.notes(held.notes)}
        </Look>
      ) : null}
      <Clashes clashes={effect.clashes} />
      {effect.silentNumbers.length > 0 ? <Look>{words.silent(effect.silentNumbers)}</Look> : null}
      {shared.count > 0 ? <Look {...shared}>{words.shared(shared.count)}</Look> : null}
      {byHand.count > 0 ? <Look {...byHand}>{words.byHand(byHand.count)}</Look> : null}
      <Narrower narrower={effect.narrower} />
      {counts.cancelled > 0 ? <p class="quiet">{words.homework}</p> : null}
      {classes.length > 1 ? <Classes classes={classes} /> : null}
    </div>
  );
}

type LookProps = {
  readonly lessons?: Lessons;
  readonly count?: number;
  readonly children: ComponentChildren;
};

/** Something to look at before one agrees, with the lessons it is about. */
function Look({ lessons = [], count = 0, children }: LookProps) {
  const words = useWords(specialDaysWords);
  const { lesson } = useWords(timetableWords);
  const formats = useFormats();
  return (
    <div class="effect__look">
      <Icon path={warning} size={18} />
      <div>
        <p>{children}</p>
        {lessons.length === 0 ? null : (
          <details>
            <summary>{words.which}</summary>
            <ul>
              {lessons.map(({ id, date, number, subject, group }) => (
                <li key={id}>{[formats.day(date), lesson(number), subject, group].join(', ')}</li>
              ))}
              {count > lessons.length ? <li>{words.andMore(count - lessons.length)}</li> : null}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}

function Clashes({ clashes: { count, items } }: { clashes: Effect['clashes'] }) {
  const words = useWords(specialDaysWords);
  const timetable = useWords(timetableWords);
  const formats = useFormats();
  if (count === 0) return null;
  return (
    <div class="effect__look effect__look--clash">
      <Icon path={warning} size={18} />
      <div>
        <p>{words.clashes}</p>
        <ul>
          {items.map((clash) => {
            const text = `${formats.day(clash.date)}: ${clashText(clash, timetable, formats.day)}`;
            return <li key={`${clash.lessonId} ${text}`}>{text}</li>;
          })}
          {count > items.length ? <li>{words.andMore(count - items.length)}</li> : null}
        </ul>
      </div>
    </div>
  );
}

function Narrower({ narrower }: Pick<Effect, 'narrower'>) {
  const words = useWords(specialDaysWords);
  const { reasons } = useWords(timetableWords);
  const formats = useFormats();
  if (narrower.length === 0) return null;
  return (
    <div class="effect__look">
      <Icon path={warning} size={18} />
      <div>
        <p>{words.narrower}</p>
        <ul>
          {narrower.map((one) => {
            const text = [whomName(one, words), reasons[one.reasonCode], formats.days(one.from, one.to)].join(
              ', ',
            );
            return <li key={text}>{text}</li>;
          })}
        </ul>
      </div>
    </div>
  );
}

function Classes({ classes }: Pick<Effect, 'classes'>) {
  const words = useWords(specialDaysWords);
  return (
    <details class="effect__classes">
      <summary>{words.byClass(classes.length)}</summary>
      <ul>
        {classes.map((one) => {
          const said = (['cancelled', 'restored', 'added', 'changed', 'retired'] as const).flatMap((part) =>
            one[part] > 0 ? [words.counts[part](one[part])] : [],
          );
          return (
            <li key={one.id}>
              <b>{className(one)}</b> <span>{[words.days(one.days), ...said].join(', ')}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

import { useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { shortName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { useSession } from '#web/staff/session.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import { dayAddress, newSpecialDayAddress, timetableAddress } from '../addresses.ts';
import { Fault } from '../Fault.tsx';
import { useReading } from '../reading.ts';
import { mayChange } from '../rights.ts';
import { timetableWords } from '../words.ts';
import { readSpecialDays, type SpecialDay, type SpecialDays } from './acts.ts';
import { EndSheet } from './EndSheet.tsx';
import { lastDay, splitDays } from './list-rules.ts';
import { whatName, whomName } from './names.ts';
import { specialDaysWords } from './words.ts';
import './special-days.css';

/** `/timetable/:schoolId/special-days`: the special days of the year, read by all who work there. */
export function SpecialDaysPage() {
  const { params } = useRoute();
  const words = useWords(specialDaysWords);
  const timetable = useWords(timetableWords);
  const session = useSession();
  const schoolId = Number(params['schoolId']);
  const { shown, fault, reread } = useReading(schoolId, `${schoolId}`, (signal) =>
    readSpecialDays(schoolId, signal),
  );
  const [endingId, setEndingId] = useState<string | null>(null);
  useEffect(() => {
    document.title = words.title;
  }, [words.title]);
  if (fault !== null && shown === null) return <Fault fault={fault} retry={reread} />;
  if (shown === null) return <div class="staff-waiting" aria-busy="true" />;
  const may = mayChange(session, schoolId);
  const { ahead, past } = splitDays(shown.overrides, shown.today);
  const ending = ahead.find(({ id }) => id === endingId);
  return (
    <div class="special-days">
      <PageHeader title={words.title} context={words.lead}>
        <ButtonLink href={`${timetableAddress}/${schoolId}`}>{timetable.title}</ButtonLink>
        <ButtonLink href={dayAddress(schoolId)}>{timetable.dayChanges}</ButtonLink>
        {ahead.length + past.length === 0 ? null : (
          <TableMenu schoolId={schoolId} name={words.title} table=".special-table" />
        )}
        {may ? (
          <ButtonLink kind="primary" href={newSpecialDayAddress(schoolId)}>
            {words.add}
          </ButtonLink>
        ) : null}
      </PageHeader>
      <section class="special-days__part" aria-labelledby="special-ahead">
        <h2 id="special-ahead">{words.upcoming}</h2>
        {ahead.length === 0 ? (
          <EmptyNote title={words.empty} text={words.emptyNext} />
        ) : (
          <DayTable days={ahead} today={shown.today} onEnd={may ? ({ id }) => setEndingId(id) : null} />
        )}
      </section>
      {past.length === 0 ? null : (
        <section class="special-days__part is-past" aria-labelledby="special-past">
          <h2 id="special-past">{words.past}</h2>
          <DayTable days={past} today={shown.today} onEnd={null} />
        </section>
      )}
      <DaysOff daysOff={shown.daysOff} />
      {ending ? (
        <EndSheet
          key={ending.id}
          schoolId={schoolId}
          day={ending}
          today={shown.today}
          onClose={() => setEndingId(null)}
        />
      ) : null}
    </div>
  );
}

type DayTableProps = {
  readonly days: readonly SpecialDay[];
  readonly today: string;
  /** Null for who only reads, and for what is over. */
  readonly onEnd: ((day: SpecialDay) => void) | null;
};

function DayTable({ days, today, onEnd }: DayTableProps) {
  const words = useWords(specialDaysWords);
  return (
    <table class="special-table">
      <thead>
        <tr>
          <th scope="col">{words.columns.days}</th>
          <th scope="col">{words.columns.whom}</th>
          <th scope="col">{words.columns.what}</th>
          <th scope="col">{words.columns.why}</th>
          {onEnd ? (
            <td data-file-text="">
              <span class="hidden-text">{words.takeBack}</span>
            </td>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <Line key={day.id} {...{ day, today, onEnd }} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ day, today, onEnd }: { day: SpecialDay } & Omit<DayTableProps, 'days'>) {
  const words = useWords(specialDaysWords);
  const { reasons } = useWords(timetableWords);
  const formats = useFormats();
  const { from, to, endedFrom, author, setOn, reasonCode } = day;
  const last = lastDay(day);
  const isGone = last < from;
  const span = (end: string) => (from === end ? formats.weekdayAndDay(from) : formats.days(from, end));
  const whom = whomName(day, words);
  const what = whatName(day, words);
  const isRunning = !isGone && from <= today && today <= last;
  return (
    <tr>
      <th scope="row" class="special-table__days">
        {isGone ? <s>{span(to)}</s> : span(last)}{' '}
        {isRunning ? <span class="tag tag--brand">{words.running}</span> : null}
        {endedFrom === null ? null : (
          <span class="quiet">{isGone ? words.endedAll : words.endedFrom(formats.day(endedFrom))}</span>
        )}
      </th>
      <td class="special-table__whom">{whom}</td>
      <td class="special-table__what">{what}</td>
      <td class="special-table__why">
        {reasons[reasonCode]}
        {author ? <span class="quiet">{words.by(shortName(author), formats.day(setOn))}</span> : null}
      </td>
      {onEnd ? (
        <td class="special-table__act" data-file-text="">
          <Button
            aria-label={words.takeBackNamed([whom, span(last)].join(', '))}
            aria-haspopup="dialog"
            onClick={() => onEnd(day)}
          >
            {words.takeBack}
          </Button>
        </td>
      ) : null}
    </tr>
  );
}

function DaysOff({ daysOff }: Pick<SpecialDays, 'daysOff'>) {
  const words = useWords(specialDaysWords);
  const formats = useFormats();
  if (daysOff.length === 0) return null;
  return (
    <details class="special-days__off">
      <summary>{words.daysOff}</summary>
      <ul>
        {daysOff.map(({ date, name }) => (
          <li key={date}>
            <b>{formats.weekdayAndDay(date)}</b> <span>{name ?? words.dayOff}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

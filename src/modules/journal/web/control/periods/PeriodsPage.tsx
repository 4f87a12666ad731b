import { useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { lock } from '#web/ui/icons.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { periodLocked } from '../../event-names.ts';
import type { PeriodLocks } from '../../../period-locks/contract.ts';
import { ControlFault, ControlHead } from '../ControlHead.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { controlWords } from '../words.ts';
import { type Period, stateOf } from './period-state.ts';
import { PeriodSheet } from './PeriodSheet.tsx';
import './periods.css';

const told = [periodLocked];

/** `/control/:schoolId/periods`: which grading periods are closed, for whom; closing and opening them. */
export function PeriodsPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const { periods: words } = useWords(controlWords);
  const [asked, setAsked] = useState<{ act: 'close' | 'open'; periodId: string } | null>(null);
  const { reply, fault, reread } = useRead({ schoolId, key: '', follows: told, restMs: 100 }, (signal) =>
    call('GET /api/schools/{schoolId}/grading-periods', { params: { schoolId }, signal }),
  );
  if (reply === null) {
    if (fault !== null) return <ControlFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  const period = reply.periods.find(({ id }) => id === asked?.periodId);
  return (
    <div class="control">
      <ControlHead schoolId={schoolId} view="periods" title={words.title} context={reply.year} />
      {fault === null ? null : <ControlFault fault={fault} retry={reread} />}
      {reply.periods.length === 0 ? (
        <EmptyNote title={words.none} text={words.noneText} />
      ) : (
        <>
          <p class="quiet periods__intro">
            {words.intro} {reply.may.lock ? null : words.readOnly}
          </p>
          <ul class="periods">
            {reply.periods.map((one) => (
              <PeriodLine
                key={one.id}
                list={reply}
                period={one}
                ask={(act) => setAsked({ act, periodId: one.id })}
              />
            ))}
          </ul>
        </>
      )}
      {asked && period ? (
        <PeriodSheet
          key={`${asked.act} ${period.id}`}
          schoolId={schoolId}
          act={asked.act}
          period={period}
          today={reply.today}
          reread={reread}
          close={() => setAsked(null)}
        />
      ) : null}
    </div>
  );
}

type LineProps = {
  readonly list: PeriodLocks;
  readonly period: Period;
  readonly ask: (act: 'close' | 'open') => void;
};

function PeriodLine({ list, period, ask }: LineProps) {
  const { periods: words } = useWords(controlWords);
  const formats = useFormats();
  const { locked, open, hasBegun, isRunning } = stateOf(period, list.today);
  const [latest] = period.locks.toSorted((one, other) => other.at.localeCompare(one.at));
  const isClosed = locked.length > 0;
  return (
    <li class={isClosed ? 'period is-closed' : 'period'}>
      <div class="period__name">
        <h2>{period.name}</h2>
        <p class="quiet">
          {formats.days(period.startDate, period.endDate)}
          {isRunning ? ` · ${words.running}` : ''}
        </p>
        <p class="quiet">{words.grades(period.grades)}</p>
      </div>
      <div class="period__state">
        <p class="period__word">
          {isClosed ? <Icon path={lock} size={16} /> : null}
          {!isClosed && (hasBegun ? words.open : words.notBegun)}
          {isClosed && (open.length === 0 ? words.closedForAll : words.closedFor(words.grades(locked)))}
        </p>
        {latest ? <p class="quiet">{words.by(latest.byName, formats.day(latest.at))}</p> : null}
        {period.openings.length > 0 ? (
          <details class="period__openings">
            <summary>{words.openings(period.openings.length)}</summary>
            <ul>
              {period.openings.map(({ grade, at, byName, reason }) => (
                <li key={`${at} ${grade ?? ''} ${reason}`}>
                  {words.opening(grade === null ? words.everyGrade : words.grades([grade]), reason)}
                  <span class="quiet">{words.by(byName, formats.day(at))}</span>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
      {list.may.lock ? (
        <div class="period__acts no-print">
          {open.length > 0 && hasBegun ? (
            <Button aria-label={words.closeNamed(period.name)} onClick={() => ask('close')}>
              {words.close}
            </Button>
          ) : null}
          {isClosed ? (
            <Button kind="quiet" aria-label={words.reopenNamed(period.name)} onClick={() => ask('open')}>
              {words.reopen}
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

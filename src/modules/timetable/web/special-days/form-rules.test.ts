import { expect, test } from 'vitest';
import { type DayForm, firstForm, wantedOf } from './form-rules.ts';

const form = (given: Partial<DayForm> = {}): DayForm => ({
  kind: 'off',
  whom: 'class:b',
  from: '2026-12-01',
  to: '2026-12-14',
  asWeekday: null,
  bellScheduleId: null,
  reasonCode: null,
  ...given,
});
const plain = { asWeekday: null, bellScheduleId: null, from: '2026-12-01', to: '2026-12-14' };

test.each<[string, Partial<DayForm>, ReturnType<typeof wantedOf>]>([
  [
    'a class: quarantine',
    {},
    { ...plain, scope: 'class', scopeId: 'b', kind: 'off', reasonCode: 'quarantine' },
  ],
  [
    'the school: weather',
    { whom: 'school' },
    { ...plain, scope: 'school', scopeId: '', kind: 'off', reasonCode: 'weather' },
  ],
  [
    'a reason once chosen stays',
    { whom: 'grade:7', reasonCode: 'event' },
    { ...plain, scope: 'grade', scopeId: '7', kind: 'off', reasonCode: 'event' },
  ],
  [
    'another weekday has one day',
    { kind: 'weekday', asWeekday: 1 },
    {
      ...plain,
      to: '2026-12-01',
      asWeekday: 1,
      scope: 'class',
      scopeId: 'b',
      kind: 'weekday',
      reasonCode: 'schedule',
    },
  ],
  ['which weekday is to be chosen', { kind: 'weekday' }, null],
  ['which bells too', { kind: 'bells', asWeekday: 1 }, null],
  [
    'what another kind had chosen is not sent',
    { kind: 'bells', asWeekday: 1, bellScheduleId: 's' },
    { ...plain, bellScheduleId: 's', scope: 'class', scopeId: 'b', kind: 'bells', reasonCode: 'schedule' },
  ],
])('%s', (_, given, expected) => {
  expect(wantedOf(form(given))).toEqual(expected);
});

test('begins with today inside the year, for nobody', () => {
  const year = { startDate: '2026-09-01', endDate: '2027-05-26' };
  const first = firstForm({ today: '2026-07-20', year });
  expect(first).toMatchObject({ whom: '', from: '2026-09-01', to: '2026-09-01' });
  expect(wantedOf(first)).toBeNull();
  expect(firstForm({ today: '2026-11-24', year: null })).toMatchObject({ from: '2026-11-24' });
});

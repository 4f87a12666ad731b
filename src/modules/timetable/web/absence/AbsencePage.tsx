import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { fullName, shortName } from '#modules/roster/person/rules.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { useSession } from '#web/staff/session.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { NameChoice } from '#web/ui/staff/NameChoice.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { shellWords } from '#web/shell-words.ts';
import type { ChangeReason } from '../../changes/rules.ts';
import { absenceAddress, dayAddress } from '../addresses.ts';
import { ReasonFields } from '../changes/ReasonFields.tsx';
import { Fault } from '../Fault.tsx';
import { matches } from '../names.ts';
import { useReading } from '../reading.ts';
import { mayChange } from '../rights.ts';
import { timetableWords } from '../words.ts';
import { CoverForm } from './CoverForm.tsx';
import './absence.css';

/** `/timetable/:schoolId/absence?staff=&from=&to=`: a teacher is away, and who takes each lesson. */
export function AbsencePage() {
  const { params } = useRoute();
  const shell = useWords(shellWords);
  const session = useSession();
  const schoolId = Number(params['schoolId']);
  if (!mayChange(session, schoolId)) {
    return <EmptyNote title={shell.notFoundTitle} text={shell.notFoundText} />;
  }
  return <Absence schoolId={schoolId} />;
}

function Absence({ schoolId }: { schoolId: number }) {
  const { query } = useRoute();
  const { route } = useLocation();
  const words = useWords(timetableWords);
  const session = useSession();
  const [reasonCode, setReasonCode] = useState<ChangeReason>('ill');
  const [note, setNote] = useState('');
  const today = session.persons.find((person) => person.schoolId === schoolId)?.today ?? '';
  const from = query['from'] ?? today;
  const to = query['to'] && query['to'] >= from ? query['to'] : from;
  const staff = query['staff'] ?? null;
  const {
    shown: choices,
    fault,
    reread,
  } = useReading(schoolId, `${schoolId}`, (signal) =>
    call('GET /api/schools/{schoolId}/timetable', { params: { schoolId }, signal }),
  );
  useEffect(() => {
    document.title = words.absenceTitle;
  }, [words.absenceTitle]);
  if (fault !== null && choices === null) return <Fault fault={fault} retry={reread} />;
  if (choices === null) return <div class="absence-waiting" aria-busy="true" />;
  const at = (given: { staff?: string; from?: string; to?: string }) =>
    absenceAddress(schoolId, { ...(staff === null ? {} : { staff }), from, to, ...given });
  const places = choices.teachers.map((one) => ({
    id: one.id,
    name: shortName(one),
    also: fullName(one),
    href: at({ staff: one.id }),
  }));
  return (
    <div class="absence">
      <PageHeader title={words.absenceTitle} context={words.absenceLead}>
        <ButtonLink href={dayAddress(schoolId, from)}>{words.dayChanges}</ButtonLink>
      </PageHeader>
      <div class="absence__who">
        <div class="field">
          <span class="field__label" aria-hidden="true">
            {words.teacher}
          </span>
          <NameChoice
            id="find-teacher"
            label={words.choose.teacher}
            searchLabel={words.search}
            nothingFound={words.nothingFound}
            current={places.find(({ id }) => id === staff) ?? null}
            places={places}
            matches={matches}
          />
        </div>
        <Field
          id="absence-from"
          type="date"
          label={words.from}
          value={from}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value !== '') route(at({ from: value, to: to < value ? value : to }), true);
          }}
        />
        <Field
          id="absence-to"
          type="date"
          label={words.to}
          value={to}
          min={from}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value !== '') route(at({ to: value }), true);
          }}
        />
        <ReasonFields {...{ reasonCode, note, setReasonCode, setNote }} />
      </div>
      {staff === null ? null : (
        <CoverForm
          key={`${staff} ${from} ${to}`}
          {...{ schoolId, staff, from, to, reasonCode, note }}
          onApplied={() => route(dayAddress(schoolId, from))}
        />
      )}
    </div>
  );
}

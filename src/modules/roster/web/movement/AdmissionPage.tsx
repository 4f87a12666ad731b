import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { snilsDigits } from '#modules/roster/person/rules.ts';
import { call, Problem } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { EmptyNote, FaultNote } from '#web/ui/Notes.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { LikePerson } from '../../movement/contract.ts';
import { planArrival } from '../../movement/rules.ts';
import type { PeopleFrame } from '../../people/contract.ts';
import { peopleOf, personAddress } from '../addresses.ts';
import { PageFault, useProblemText } from '#web/staff/Fault.tsx';
import { newId } from '#web/new-id.ts';
import { OfficeHead } from '../parts/OfficeHead.tsx';
import { dataOf, emptyDraft, PersonFields } from '../parts/PersonFields.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { rosterChanged } from '../news.ts';
import { officeWords } from '../words.ts';
import { AlikePersons } from './AlikePersons.tsx';
import { schoolOf } from './arrival.ts';
import {
  type ArrivalDraft,
  ArrivalFields,
  type OrderDraft,
  OrderFields,
  subgroupIdsOf,
} from './ArrivalFields.tsx';
import { MovementPreview } from './MovementPreview.tsx';
import '../person/person.css';
import './admission.css';

/** `/people/:schoolId/admission`: a child at the door. */
export function AdmissionPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const { reply, fault, reread } = useRead({ schoolId, key: 'frame', follows: [rosterChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/people-frame', { params: { schoolId }, signal }),
  );
  const words = useWords(officeWords);
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return (
    <div class="office admission">
      <OfficeHead schoolId={schoolId} view="people" title={words.admission.title} />
      {reply.classes.length === 0 || !reply.mayWrite ? (
        <EmptyNote title={words.admission.noClasses} text={words.admission.noClassesText} />
      ) : (
        <AdmissionForm schoolId={schoolId} frame={reply} />
      )}
    </div>
  );
}

const nobody = { people: [] as readonly LikePerson[], denied: [] as readonly string[] };

function AdmissionForm({ schoolId, frame }: { readonly schoolId: number; readonly frame: PeopleFrame }) {
  const words = useWords(officeWords);
  const { route } = useLocation();
  const problemText = useProblemText();
  const [child, setChild] = useState(emptyDraft);
  const [snils, setSnils] = useState('');
  const [arrival, setArrival] = useState<ArrivalDraft>({ classId: '', date: frame.today, subgroups: {} });
  const [order, setOrder] = useState<OrderDraft>({ orderNumber: '', orderDate: frame.today });
  const [papers, setPapers] = useState({ fileNumber: '', transferredFrom: '' });
  const [alike, setAlike] = useState(nobody);
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [key, setKey] = useState(newId);
  const isSnilsWrong = snils.trim() !== '' && snilsDigits(snils) === null;
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const into = { classId: arrival.classId, date: arrival.date, subgroupIds: subgroupIdsOf(arrival) };
  const plan =
    arrival.classId === '' || arrival.date === ''
      ? null
      : planArrival({ stays: [], admissions: [], lastEffective: null }, schoolOf(frame), into);
  const isWhole =
    [
      child.lastName,
      child.firstName,
      arrival.classId,
      arrival.date,
      order.orderNumber,
      order.orderDate,
    ].every((text) => text.trim() !== '') && !isSnilsWrong;

  /** As soon as name and date, or a number, are there: a warning before the rest is typed. */
  const look = async () => {
    const { lastName, firstName, middleName, birthDate } = dataOf(child);
    const isNamed = lastName !== '' && firstName !== '' && birthDate !== null;
    if (!isNamed && (snils.trim() === '' || isSnilsWrong)) return;
    const body = { lastName, firstName, middleName, birthDate, snils: isSnilsWrong ? null : orNull(snils) };
    try {
      const { people } = await call('POST /api/schools/{schoolId}/people/duplicates', {
        params: { schoolId },
        body,
      });
      setAlike((before) => ({ ...before, people }));
    } catch {
      // Only a hint: the admission itself asks again and says what is wrong.
    }
  };

  const send = async () => {
    setChecked(true);
    if (!isWhole) return;
    setSending(true);
    setFault(null);
    try {
      const { studentId } = await call('POST /api/schools/{schoolId}/admissions', {
        params: { schoolId },
        body: {
          person: { ...dataOf(child), snils: orNull(snils) },
          notTheSameAs: [...alike.denied],
          ...into,
          orderNumber: order.orderNumber.trim(),
          orderDate: order.orderDate,
          fileNumber: orNull(papers.fileNumber),
          transferredFrom: orNull(papers.transferredFrom),
        },
        idempotencyKey: key,
      });
      showToast(words.move.done.admission);
      route(personAddress(schoolId, studentId));
    } catch (error) {
      setSending(false);
      setKey(newId());
      if (error instanceof Problem && error.code === 'roster.alikePersons')
        setAlike({ ...alike, people: error.facts['people'] as readonly LikePerson[] });
      else setFault(problemText(error));
    }
  };

  const shown = alike.people.filter(({ id }) => !alike.denied.includes(id));
  return (
    <form
      class="admission__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send().catch(() => undefined);
      }}
    >
      <section class="card" aria-labelledby="admission-child" onFocusOut={look}>
        <h2 id="admission-child">{words.admission.child}</h2>
        <PersonFields
          prefix="child"
          draft={child}
          set={(change) => setChild({ ...child, ...change })}
          isChecked={isChecked}
        >
          <Field
            id="child-snils"
            label={words.card.snils}
            hint={words.form.snilsNew}
            error={
              isSnilsWrong && isChecked
                ? problemText(new Problem({ code: 'roster.snilsInvalid', status: 422 }))
                : null
            }
            value={snils}
            maxLength={20}
            inputMode="numeric"
            autoComplete="off"
            onInput={(event) => setSnils(event.currentTarget.value)}
          />
        </PersonFields>
      </section>
      {shown.length === 0 ? null : (
        <AlikePersons
          schoolId={schoolId}
          people={shown}
          deny={(id) => setAlike({ ...alike, denied: [...alike.denied, id] })}
        />
      )}
      <section class="card" aria-labelledby="admission-place">
        <h2 id="admission-place">{words.admission.place}</h2>
        <ArrivalFields frame={frame} draft={arrival} set={setArrival} except={null} isChecked={isChecked} />
        <OrderFields draft={order} set={setOrder} isChecked={isChecked} />
        <div class="fields">
          <Field
            id="file-number"
            label={words.admission.fileNumber}
            value={papers.fileNumber}
            maxLength={40}
            autoComplete="off"
            onInput={(event) => setPapers({ ...papers, fileNumber: event.currentTarget.value })}
          />
          <Field
            id="transferred-from"
            label={words.admission.transferredFrom}
            hint={words.admission.transferredFromHint}
            value={papers.transferredFrom}
            maxLength={200}
            autoComplete="off"
            onInput={(event) => setPapers({ ...papers, transferredFrom: event.currentTarget.value })}
          />
        </div>
        {plan === null ? null : 'refusal' in plan ? (
          <FaultNote>{problemText(new Problem({ code: plan.refusal, status: 409 }))}</FaultNote>
        ) : (
          <MovementPreview plan={plan} frame={frame} note={null} />
        )}
      </section>
      {fault === null ? null : <FaultNote>{fault}</FaultNote>}
      <div class="admission__acts">
        <Button type="submit" kind="primary" disabled={isSending}>
          {words.admission.admit}
        </Button>
        <ButtonLink href={peopleOf(schoolId)}>{words.form.cancel}</ButtonLink>
      </div>
    </form>
  );
}

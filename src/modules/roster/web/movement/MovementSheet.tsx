import { useState } from 'preact/hooks';
import { fullName } from '#modules/roster/person/rules.ts';
import { call, Problem } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { planArrival, planTransfer, planWithdrawal, type Planned } from '../../movement/rules.ts';
import type { PeopleFrame } from '../../people/contract.ts';
import type { PersonCard } from '../../person/contract.ts';
import { useProblemText } from '#web/staff/Fault.tsx';
import { newId } from '#web/new-id.ts';
import { useRead } from '#web/staff/use-read.ts';
import { rosterChanged } from '../news.ts';
import { officeWords } from '../words.ts';
import { lastOrdinal, schoolOf, standingOf } from './arrival.ts';
import {
  type ArrivalDraft,
  ArrivalFields,
  type OrderDraft,
  OrderFields,
  subgroupIdsOf,
} from './ArrivalFields.tsx';
import { type LeavingDraft, LeavingFields, reasonOf } from './LeavingFields.tsx';
import { MovementPreview } from './MovementPreview.tsx';

export type SheetKind = 'transfer' | 'withdrawal' | 'restoration';

type Props = {
  readonly kind: SheetKind;
  readonly schoolId: number;
  readonly card: PersonCard;
  readonly close: () => void;
  /** Written: the movement's number. */
  readonly done: (ordinal: number) => void;
  readonly reread: () => void;
};

/** A transfer, a departure or a restoration: its papers, and what it will change. */
export function MovementSheet(props: Props) {
  const { schoolId } = props;
  const { reply: frame } = useRead({ schoolId, key: 'frame', follows: [rosterChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/people-frame', { params: { schoolId }, signal }),
  );
  return frame === null ? null : <OpenSheet {...props} frame={frame} />;
}

function OpenSheet({
  kind,
  schoolId,
  card,
  frame,
  close,
  done,
  reread,
}: Props & { readonly frame: PeopleFrame }) {
  const words = useWords(officeWords);
  const problemText = useProblemText();
  const [arrival, setArrival] = useState<ArrivalDraft>({ classId: '', date: frame.today, subgroups: {} });
  const [leaving, setLeaving] = useState<LeavingDraft>({
    lastDay: frame.today,
    reason: '',
    otherReason: '',
    destination: '',
  });
  const [order, setOrder] = useState<OrderDraft>({ orderNumber: '', orderDate: frame.today });
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  // A repeated press repeats the same command.
  const [key, setKey] = useState(newId);
  const plan = planOf({ kind, card, frame, arrival, leaving });
  const refusal = plan !== null && 'refusal' in plan ? plan.refusal : null;
  const isWhole =
    order.orderNumber.trim() !== '' &&
    order.orderDate !== '' &&
    plan !== null &&
    (kind !== 'withdrawal' || reasonOf(leaving) !== '');

  const send = async () => {
    setChecked(true);
    if (!isWhole || refusal !== null) return;
    setSending(true);
    setFault(null);
    const papers = {
      orderNumber: order.orderNumber.trim(),
      orderDate: order.orderDate,
      expected: lastOrdinal(card),
    };
    const sent = { params: { schoolId, studentId: card.id }, idempotencyKey: key };
    const into = { classId: arrival.classId, date: arrival.date, subgroupIds: subgroupIdsOf(arrival) };
    const student = '/api/schools/{schoolId}/students/{studentId}' as const;
    try {
      const { ordinal } =
        kind === 'transfer'
          ? await call(`POST ${student}/transfers`, { ...sent, body: { ...into, ...papers } })
          : kind === 'restoration'
            ? await call(`POST ${student}/restorations`, { ...sent, body: { ...into, ...papers } })
            : await call(`POST ${student}/withdrawals`, {
                ...sent,
                body: {
                  lastDay: leaving.lastDay,
                  reason: reasonOf(leaving),
                  destination: leaving.destination.trim() === '' ? null : leaving.destination.trim(),
                  ...papers,
                },
              });
      done(ordinal);
    } catch (error) {
      setSending(false);
      setFault(problemText(error));
      // What was refused is another command when it is sent again.
      setKey(newId());
      if (error instanceof Problem && error.code === 'roster.movedMeanwhile') reread();
    }
  };

  const { title, act } = {
    transfer: { title: words.move.transfer, act: words.move.doTransfer },
    withdrawal: { title: words.move.withdraw, act: words.move.doWithdraw },
    restoration: { title: words.move.restore, act: words.move.doRestore },
  }[kind];
  return (
    <Sheet
      id="movement"
      isOpen
      title={title}
      context={fullName(card)}
      onClose={close}
      actions={
        <Button kind="primary" disabled={isSending} onClick={send}>
          {act}
        </Button>
      }
    >
      <div class="sheet-form">
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        {kind === 'withdrawal' ? (
          <LeavingFields draft={leaving} set={setLeaving} isChecked={isChecked} />
        ) : (
          <ArrivalFields
            frame={frame}
            draft={arrival}
            set={setArrival}
            except={kind === 'transfer' ? classOfToday(card) : null}
            isChecked={isChecked}
          />
        )}
        <OrderFields draft={order} set={setOrder} isChecked={isChecked} />
        {refusal === null ? null : (
          <FaultNote>{problemText(new Problem({ code: refusal, status: 409 }))}</FaultNote>
        )}
        {plan !== null && 'ends' in plan ? (
          <MovementPreview
            plan={plan}
            frame={frame}
            note={kind === 'withdrawal' ? words.move.nothingDeletedForever : words.move.nothingDeleted}
          />
        ) : null}
      </div>
    </Sheet>
  );
}

/** Null while the form does not say enough. */
function planOf(given: {
  readonly kind: SheetKind;
  readonly card: PersonCard;
  readonly frame: PeopleFrame;
  readonly arrival: ArrivalDraft;
  readonly leaving: LeavingDraft;
}): Planned | null {
  const { kind, card, frame, arrival, leaving } = given;
  const standing = standingOf(card);
  const school = schoolOf(frame);
  if (kind === 'withdrawal')
    return leaving.lastDay === '' ? null : planWithdrawal(standing, school, leaving.lastDay);
  if (arrival.classId === '' || arrival.date === '') return null;
  const wanted = { classId: arrival.classId, date: arrival.date, subgroupIds: subgroupIdsOf(arrival) };
  return kind === 'transfer' ? planTransfer(standing, school, wanted) : planArrival(standing, school, wanted);
}

function classOfToday({ memberships, today }: PersonCard): string | null {
  const stay = memberships.find(
    ({ kind, endDate }) => kind === 'class' && (endDate === null || endDate >= today),
  );
  return stay?.classes[0]?.id ?? null;
}

import { useState } from 'preact/hooks';
import { fullName, listName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { FactList, Sheet } from '#web/ui/Sheet.tsx';
import type { LinkRequestLine } from '../../link-requests/contract.ts';
import { onboardingWords } from '../words.ts';
import { AcceptFields, type AcceptDraft } from './AcceptFields.tsx';
import { emptyRefusal, RefuseFields } from './RefuseFields.tsx';
import { useDecision } from './use-decision.ts';

type Props = {
  readonly schoolId: number;
  readonly request: LinkRequestLine;
  readonly today: string;
  readonly reread: () => void;
  readonly close: () => void;
};

/** One request: what was asked, which student is meant, and the decision. */
export function Decide({ schoolId, request, today, reread, close }: Props) {
  const { queue: words } = useWords(onboardingWords);
  const [isRefusing, setRefusing] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [draft, setDraft] = useState<AcceptDraft>({
    studentId: null,
    right: { kinship: request.kinship, scope: ['marks', 'messages', 'contacts', 'documents'], basis: '' },
    endDate: '',
  });
  const [refusal, setRefusal] = useState(emptyRefusal);
  const { accept, refuse, isSending, fault } = useDecision({
    schoolId,
    requestId: request.id,
    reread,
    close,
  });
  const confirm = () => {
    setChecked(true);
    const { studentId, right, endDate } = draft;
    if (studentId === null || right.scope.length === 0 || right.basis.trim() === '') return;
    accept({
      studentId,
      kinship: right.kinship,
      scope: [...right.scope],
      basis: right.basis.trim(),
      endDate: endDate === '' ? null : endDate,
    });
  };
  return (
    <Sheet
      id="decide-request"
      isOpen
      title={isRefusing ? words.refuseTitle : fullName(request)}
      context={isRefusing ? fullName(request) : words.asks(fullName(request.sender))}
      onClose={close}
      actions={
        isRefusing ? (
          <>
            <Button kind="primary" disabled={isSending} onClick={() => refuse(refusal)}>
              {words.refuse}
            </Button>
            <Button kind="quiet" onClick={() => setRefusing(false)}>
              {words.back}
            </Button>
          </>
        ) : (
          <>
            <Button kind="primary" disabled={isSending} onClick={confirm}>
              {words.accept}
            </Button>
            <Button kind="quiet" onClick={() => setRefusing(true)}>
              {words.refuse}
            </Button>
          </>
        )
      }
    >
      <div class="sheet-form">
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        {isRefusing ? (
          <RefuseFields draft={refusal} set={setRefusal} />
        ) : (
          <>
            <Asked request={request} />
            <AcceptFields
              {...{ schoolId, today, draft, isChecked }}
              requestId={request.id}
              set={(change) => setDraft({ ...draft, ...change })}
            />
          </>
        )}
      </div>
    </Sheet>
  );
}

function Asked({ request }: { readonly request: LinkRequestLine }) {
  const { queue: words, asking } = useWords(onboardingWords);
  const formats = useFormats();
  const { sender, kinship, birthDate, document, documentTail, word } = request;
  const paper = asking.documents[document] + (documentTail === null ? '' : words.facts.tail(documentTail));
  return (
    <FactList
      facts={[
        { name: words.facts.born, value: formats.dayInFigures(birthDate) },
        { name: words.facts.kinship, value: asking.kinships[kinship] },
        ...(sender.wards.length === 0
          ? []
          : [{ name: words.facts.wards, value: sender.wards.map((ward) => listName(ward)).join(', ') }]),
        { name: words.facts.document, value: paper },
        ...(word === null ? [] : [{ name: words.facts.word, value: word }]),
      ]}
    />
  );
}

import { useState } from 'preact/hooks';
import { fullName, listName } from '#modules/roster/person/rules.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { ClassConsents, ClassStudent } from '../../office/contract.ts';
import { signedWords } from '../../signing/rules.ts';
import { consentsWords } from '../words.ts';
import { useKinship } from './ClassTable.tsx';

type Props = {
  readonly schoolId: number;
  readonly student: ClassStudent;
  readonly purpose: ClassConsents['purposes'][number];
  readonly page: ClassConsents;
  readonly reread: () => void;
  readonly close: () => void;
};

/** A signed paper: who, what, when, and into whose hands it came. */
export function PaperSheet({ schoolId, student, purpose, page, reread, close }: Props) {
  const { office } = useWords(consentsWords);
  const words = office.paper;
  const kinship = useKinship();
  const problemText = useProblemText();
  const { signers } = student;
  const { today, receivers } = page;
  const [signerId, setSigner] = useState(signers[0]?.id ?? '');
  const [word, setWord] = useState<(typeof signedWords)[number]>('yes');
  const [version, setVersion] = useState(purpose.version);
  const [signedOn, setSignedOn] = useState('');
  const [receivedBy, setReceiver] = useState(receivers[0]?.id ?? '');
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async () => {
    setChecked(true);
    if (signedOn === '') return;
    setSending(true);
    try {
      await call('POST /api/schools/{schoolId}/students/{studentId}/paper-consents', {
        params: { schoolId, studentId: student.id },
        body: { purposeId: purpose.id, version, signerId, word, signedOn, receivedBy },
      });
      showToast(words.saved);
      reread();
      close();
    } catch (error) {
      setSending(false);
      setFault(problemText(error));
    }
  };
  const versions = Array.from({ length: purpose.version }, (_, at) => purpose.version - at);
  return (
    <Sheet
      id="paper-consent"
      isOpen
      title={words.title}
      context={`${fullName(student)} · ${purpose.title}`}
      onClose={close}
      actions={
        <Button
          kind="primary"
          disabled={isSending || signers.length === 0}
          onClick={() => {
            void send();
          }}
        >
          {words.save}
        </Button>
      }
    >
      <div class="sheet-form">
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        {signers.length === 0 ? (
          <p>{office.noSigner}</p>
        ) : (
          <Select
            id="paper-signer"
            label={words.signer}
            value={signerId}
            onChange={(event) => setSigner(event.currentTarget.value)}
          >
            {signers.map((one) => (
              <option key={one.id} value={one.id}>
                {`${listName(one)}, ${kinship(one.kinship)}`}
              </option>
            ))}
          </Select>
        )}
        <Select
          id="paper-word"
          label={words.word}
          value={word}
          onChange={(event) => setWord(signedWords.find((one) => one === event.currentTarget.value) ?? 'yes')}
        >
          {signedWords.map((one) => (
            <option key={one} value={one}>
              {words.words[one]}
            </option>
          ))}
        </Select>
        {versions.length > 1 ? (
          <Select
            id="paper-version"
            label={words.version}
            value={String(version)}
            onChange={(event) => setVersion(Number(event.currentTarget.value))}
          >
            {versions.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        ) : null}
        <Field
          id="paper-day"
          type="date"
          label={words.signedOn}
          max={today}
          value={signedOn}
          error={isChecked && signedOn === '' ? words.dayMissing : null}
          onInput={(event) => setSignedOn(event.currentTarget.value)}
        />
        <Select
          id="paper-receiver"
          label={words.receivedBy}
          value={receivedBy}
          onChange={(event) => setReceiver(event.currentTarget.value)}
        >
          {receivers.map((one) => (
            <option key={one.id} value={one.id}>
              {listName(one)}
            </option>
          ))}
        </Select>
        <p class="quiet">{words.note}</p>
      </div>
    </Sheet>
  );
}

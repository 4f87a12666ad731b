import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { fullName, type PersonNames } from '#modules/roster/person/rules.ts';
import { call, Problem } from '#web/api.ts';
import { newId } from '#web/new-id.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { personAddress } from '../addresses.ts';
import { dataOf, emptyDraft, PersonFields } from '../parts/PersonFields.tsx';
import { officeWords } from '../words.ts';
import { type PostDraft, PostFields, postOf } from './PostFields.tsx';

type Props = { readonly schoolId: number; readonly today: string; readonly close: () => void };

/** Somebody the school knows of the same names. */
type Alike = PersonNames & {
  readonly id: string;
  readonly birthDate: string | null;
  readonly works: boolean;
  readonly isGuardian: boolean;
};

/** A new member of staff; a guardian who comes to work here keeps the card and the account. */
export function EmploySheet({ schoolId, today, close }: Props) {
  const { post: words } = useWords(officeWords);
  const formats = useFormats();
  const { route } = useLocation();
  const problemText = useProblemText();
  const [person, setPerson] = useState(emptyDraft);
  const [post, setPost] = useState<PostDraft>({
    position: '',
    staffNumber: '',
    startDate: today,
    endDate: '',
    roles: ['teacher'],
  });
  const [alike, setAlike] = useState<readonly Alike[]>([]);
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [key, setKey] = useState(newId);
  const isWhole = [person.lastName, person.firstName, post.position, post.startDate].every(
    (text) => text.trim() !== '',
  );

  const send = async (who: { personId: string } | { notTheSameAs: string[] }) => {
    setChecked(true);
    if (!isWhole) return;
    setSending(true);
    setFault(null);
    try {
      const { personId } = await call('POST /api/schools/{schoolId}/staff', {
        params: { schoolId },
        body: {
          who: 'personId' in who ? who : { person: dataOf(person), notTheSameAs: who.notTheSameAs },
          ...postOf(post),
        },
        idempotencyKey: key,
      });
      showToast(words.employed);
      close();
      route(personAddress(schoolId, personId));
    } catch (error) {
      setSending(false);
      setKey(newId());
      if (error instanceof Problem && error.code === 'post.alikePersons')
        setAlike(error.facts['people'] as readonly Alike[]);
      else setFault(problemText(error));
    }
  };
  const hire = (who: Parameters<typeof send>[0]) => {
    send(who).catch(() => undefined);
  };

  return (
    <Sheet
      id="employ"
      isOpen
      title={words.employ}
      onClose={close}
      actions={
        alike.length > 0 ? (
          <Button disabled={isSending} onClick={() => hire({ notTheSameAs: alike.map(({ id }) => id) })}>
            {words.other}
          </Button>
        ) : (
          <Button kind="primary" disabled={isSending} onClick={() => hire({ notTheSameAs: [] })}>
            {words.employ}
          </Button>
        )
      }
    >
      <div class="sheet-form">
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        {alike.length === 0 ? null : (
          <section class="preview" role="alert" aria-labelledby="alike-staff">
            <h3 id="alike-staff">{words.alikeTitle}</h3>
            <p>{words.alikeText}</p>
            {alike.map((one) => (
              <p key={one.id} class="employ__alike">
                <span>
                  <b>{fullName(one)}</b>{' '}
                  <span class="quiet">
                    {[
                      one.birthDate === null ? '' : formats.dayInFigures(one.birthDate),
                      one.isGuardian ? words.isGuardian : '',
                      one.works ? words.works : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                {one.works ? (
                  <a class="button button--secondary" href={personAddress(schoolId, one.id)}>
                    {words.openCard}
                  </a>
                ) : (
                  <Button kind="primary" disabled={isSending} onClick={() => hire({ personId: one.id })}>
                    {words.same}
                  </Button>
                )}
              </p>
            ))}
          </section>
        )}
        <PersonFields
          prefix="employ"
          draft={person}
          set={(change) => {
            setPerson({ ...person, ...change });
            setAlike([]);
          }}
          isChecked={isChecked}
        />
        <PostFields
          draft={post}
          set={(change) => setPost({ ...post, ...change })}
          isChecked={isChecked}
          asksEnd={false}
        />
      </div>
    </Sheet>
  );
}

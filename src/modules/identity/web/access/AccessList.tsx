import { useLocation } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { Problem, saveFile } from '#web/api.ts';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { goToSignIn, isSessionOver } from '#web/staff/session.ts';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { printer } from '#web/ui/icons.ts';
import { FaultNote } from '#web/ui/Notes.tsx';
import { InlineSelect } from '#web/ui/staff/InlineSelect.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { AccessPerson } from '../../access-slips/contract.ts';
import { AccessTable, isNew, type AccessRow } from './AccessTable.tsx';
import { classAccessAddress, staffAccessAddress } from './addresses.ts';
import { ResetFactor } from './ResetFactor.tsx';
import { usePlaces } from './places.ts';
import { accessWords } from './words.ts';
import './access.css';

type Props = {
  readonly schoolId: number;
  /** The class shown; null = the staff. */
  readonly classId: string | null;
  readonly title: string;
  readonly rows: readonly AccessRow[];
  /** Asks for the slips; the answer is the PDF. */
  readonly issue: (personIds: string[], language: 'ru' | 'en') => Promise<{ blob: Blob; name: string }>;
  readonly reread: () => void;
  readonly readOnly: string;
  /** What stands instead of an empty list. */
  readonly children: ComponentChildren;
};

/** A list of people with their access: choose some, get their slips as PDF. */
export function AccessList(props: Props) {
  const { schoolId, classId, title, rows, issue, reread, readOnly, children } = props;
  const words = useWords(accessWords);
  const { language } = useContext(PageContext);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isIssuing, setIssuing] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [resetting, setResetting] = useState<AccessPerson | null>(null);
  useEffect(() => {
    document.title = title;
    setChosen(new Set());
    setFault(null);
  }, [title]);
  const persons = [...new Map(rows.map(({ person }) => [person.personId, person])).values()];
  const fresh = persons.filter(isNew);
  const mayIssue = persons.some(({ refusal }) => refusal !== 'notAllowed');
  const give = async () => {
    setIssuing(true);
    setFault(null);
    try {
      saveFile(await issue([...chosen], language));
      showToast(words.issued(chosen.size));
      setChosen(new Set());
      reread();
    } catch (error) {
      if (isSessionOver(error)) goToSignIn();
      else setFault(error);
    } finally {
      setIssuing(false);
    }
  };
  const choose = (personId: string, isChosen: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      if (isChosen) next.add(personId);
      else next.delete(personId);
      return next;
    });
  return (
    <div class="access">
      <PageHeader
        title={title}
        context={words.summary(persons.filter(({ state }) => state === 'active').length, persons.length)}
      >
        <PlaceChoice schoolId={schoolId} classId={classId} />
        {rows.length === 0 ? null : <TableMenu schoolId={schoolId} name={title} />}
      </PageHeader>
      <p class="quiet access__about">{mayIssue || persons.length === 0 ? words.about : readOnly}</p>
      {fault === null ? null : (
        <FaultNote>
          {problemText(language, fault instanceof Problem ? fault : { code: 'internal', facts: {} })}
        </FaultNote>
      )}
      {rows.length === 0 ? (
        children
      ) : (
        <>
          {mayIssue ? (
            <div class="access__acts">
              <Button
                kind="primary"
                disabled={chosen.size === 0 || isIssuing}
                onClick={() => {
                  void give();
                }}
              >
                <Icon path={printer} size={18} />
                {isIssuing ? words.issuing : chosen.size === 0 ? words.issue : words.issueCount(chosen.size)}
              </Button>
              {fresh.length > 0 ? (
                <Button onClick={() => setChosen(new Set(fresh.map(({ personId }) => personId)))}>
                  {words.chooseNew(fresh.length)}
                </Button>
              ) : null}
              {chosen.size > 0 ? <Button onClick={() => setChosen(new Set())}>{words.clear}</Button> : null}
            </div>
          ) : null}
          <AccessTable rows={rows} chosen={chosen} choose={choose} caption={title} onReset={setResetting} />
        </>
      )}
      <ResetFactor schoolId={schoolId} person={resetting} close={() => setResetting(null)} reread={reread} />
    </div>
  );
}

function PlaceChoice({ schoolId, classId }: Pick<Props, 'schoolId' | 'classId'>) {
  const words = useWords(accessWords);
  const { route } = useLocation();
  const places = usePlaces(schoolId);
  if (places === null || places.classes.length + Number(places.hasStaff) < 2) return null;
  const go = (place: string) =>
    route(place === 'staff' ? staffAccessAddress(schoolId) : classAccessAddress(schoolId, place));
  return (
    <InlineSelect name={words.place} value={classId ?? 'staff'} onChoose={go}>
      {places.classes.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      {places.hasStaff ? <option value="staff">{words.staff}</option> : null}
    </InlineSelect>
  );
}

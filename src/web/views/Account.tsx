import type { StaffRole } from '#platform/actor.ts';
import { HelpLink } from '#modules/identity/web/help/HelpLink.tsx';
import type { AlarmKind } from '#modules/identity/alarms/rules.ts';
import type { SessionReply } from '#modules/identity/sessions/contract.ts';
import { fullName, listName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { diaryAddress, journalAddress } from '../addresses.ts';
import { useWords } from '../page-context.tsx';
import type { ShellWords } from '../ru.ts';
import { shellWords } from '../shell-words.ts';
import { Icon } from '../ui/Icon.tsx';
import { chevronRight, warning } from '../ui/icons.ts';
import { AccountMenu } from '../ui/Menus.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyNote, FaultNote } from '../ui/Notes.tsx';
import { PlainFrame } from './PlainFrame.tsx';

export type AccountFacts = {
  readonly session: SessionReply;
  /** The school sends letters. */
  readonly hasMail: boolean;
  /** Letters to it come back. */
  readonly bounced: { readonly email: string } | null;
  /** Sign-ins the owner has not been told of: the latest, and how many. */
  readonly alarms: {
    readonly kind: AlarmKind;
    readonly device: string;
    readonly count: number;
  } | null;
  /** A child or a school has just been added. */
  readonly isAdded: boolean;
};

type Person = SessionReply['persons'][number];

/** What the page is called: the person's name, or the login where no school knows the account. */
export function accountTitle({ session }: AccountFacts): string {
  const person = session.persons[0];
  return person ? fullName(person) : session.account.login;
}

/** All roles, schools and children of one account, each a way onward. */
export function Account({ facts }: { facts: AccountFacts }) {
  const words = useWords(shellWords);
  const { account, persons } = facts.session;
  const title = accountTitle(facts);
  return (
    <PlainFrame menu={<AccountMenu name={title} role={account.login} />}>
      <p class="quiet">{words.signedInAs}</p>
      <h1>{title}</h1>
      {facts.bounced ? (
        <FaultNote action={<ButtonLink href="/contacts">{words.putRight}</ButtonLink>}>
          {words.lettersReturn(facts.bounced.email)}
        </FaultNote>
      ) : null}
      {facts.alarms ? (
        <p class="bar">
          <Icon path={warning} size={18} />
          <span>
            {words.alarm(facts.alarms)} <a href="/security">{words.notYou}</a>
          </span>
        </p>
      ) : null}
      {facts.isAdded ? <p role="status">{words.added}</p> : null}
      {facts.session.kind === 'shared' ? <p class="quiet">{words.sharedBar}</p> : null}
      {persons.length === 0 ? (
        <EmptyNote title={words.noPlaces} text={words.noPlacesNext} />
      ) : (
        persons.map((person) => <School key={person.schoolId} person={person} />)
      )}
      <ul class="plain__links">
        <li>
          <a href="/account/add">{words.addPlace}</a>
        </li>
        {persons.some(({ students }) => students.length > 0) ? (
          <li>
            <a href="/account/consents">{words.consents}</a>
          </li>
        ) : null}
        <li>
          <a href="/security">{words.security}</a>
        </li>
        {facts.hasMail ? (
          <li>
            <a href="/contacts">{words.contacts}</a>
          </li>
        ) : null}
        <li>
          <HelpLink at="account" />
        </li>
      </ul>
    </PlainFrame>
  );
}

/** The places of one school: the journal for its staff, a diary for each student. */
function School({ person }: { person: Person }) {
  const words = useWords(shellWords);
  const { schoolId, schoolShortName, students } = person;
  const duties = dutiesOf(person, words);
  return (
    <section class="school" aria-labelledby={`school-${schoolId}`}>
      <h2 id={`school-${schoolId}`}>{schoolShortName}</h2>
      <ul class="school__places">
        {duties === '' ? null : <Place href={journalAddress} name={words.openJournal} note={duties} />}
        {students.map((student) => (
          <Place
            key={student.studentId}
            href={diaryAddress(schoolId, student.studentId)}
            name={listName(student)}
            beside={student.schoolClass ? className(student.schoolClass) : null}
            note={student.kinship === 'self' ? words.ownDiary : words.openDiary}
          />
        ))}
      </ul>
    </section>
  );
}

type PlaceProps = { href: string; name: string; beside?: string | null; note: string };

function Place({ href, name, beside, note }: PlaceProps) {
  return (
    <li>
      <a class="place" href={href}>
        <span class="place__text">
          <span class="place__name">
            {name}
            {beside ? <span class="child__class"> {beside}</span> : null}
          </span>
          <span class="quiet">{note}</span>
        </span>
        <Icon path={chevronRight} size={18} />
      </a>
    </li>
  );
}

/** «Учитель, классный руководитель 7 «Б»»; empty for those who do not work at the school. */
export function dutiesOf(person: Person, words: ShellWords): string {
  const homeroom = person.homeroomClasses.map((schoolClass) => className(schoolClass)).join(', ');
  const duties = [
    ...new Set(person.roles.map(({ role }) => words.roles[role as StaffRole])),
    ...(homeroom === '' ? [] : [words.homeroomOf(homeroom)]),
  ].join(', ');
  return duties.charAt(0).toUpperCase() + duties.slice(1);
}

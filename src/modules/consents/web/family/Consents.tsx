import { useContext } from 'preact/hooks';
import type { ShellWords } from '#web/ru.ts';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { EmptyNote, FaultNote } from '#web/ui/Notes.tsx';
import { PlainFrame } from '#web/views/PlainFrame.tsx';
import { fullName } from '#modules/roster/person/rules.ts';
import type { ConsentsFacts, FamilySchool, FamilyStudent } from '../../signing/facts.ts';
import { consentsWords } from '../words.ts';
import { Consent } from './Consent.tsx';

export const consentsTitle = (_facts: ConsentsFacts, words: ShellWords): string => words.consents;

/** `/account/consents`: what the school asks of a family, and its answers. Works without script. */
export function Consents({ facts }: { readonly facts: ConsentsFacts }) {
  const { family: words } = useWords(consentsWords);
  const { language } = useContext(PageContext);
  const { schools, isFirst, next, done, problem } = facts;
  const open = facts.at ?? firstAsked(schools);
  return (
    <PlainFrame {...(isFirst ? {} : { back: { href: '/account', name: words.toAccount } })}>
      <h1>{isFirst ? words.titleFirst : words.title}</h1>
      {problem ? <FaultNote>{problemText(language, problem)}</FaultNote> : null}
      {done === null ? null : (
        <p class="consents__done" role="status">
          {words.done[done]}
        </p>
      )}
      {schools.length === 0 ? (
        <EmptyNote title={words.nothing} text={words.nothingText} />
      ) : (
        <>
          <p class="consents__about">{words.about}</p>
          {schools.flatMap((school) =>
            school.students.map((student) => (
              <Student
                key={student.studentId}
                {...{ student, facts, open }}
                schoolId={school.schoolId}
                beside={schools.length > 1 ? school.name : null}
              />
            )),
          )}
          <div class="consents__notes">
            <p class="quiet">{words.duty}</p>
            <p class="quiet">{words.paper}</p>
          </div>
        </>
      )}
      {isFirst ? (
        <p class="plain__acts">
          <ButtonLink href={next}>{words.skip}</ButtonLink>
        </p>
      ) : null}
    </PlainFrame>
  );
}

/** One purpose of one student. */
export const placeOf = (studentId: string, purposeId: string) => `${studentId} ${purposeId}`;

function firstAsked(schools: readonly FamilySchool[]): string | null {
  for (const { students } of schools)
    for (const { studentId, consents } of students)
      for (const { purposeId, isAskedOfYou } of consents)
        if (isAskedOfYou) return placeOf(studentId, purposeId);
  return null;
}

type StudentProps = {
  readonly student: FamilyStudent;
  readonly schoolId: number;
  /** The school’s name where there are several. */
  readonly beside: string | null;
  readonly facts: ConsentsFacts;
  readonly open: string | null;
};

function Student({ student, schoolId, beside, facts, open }: StudentProps) {
  const { family: words } = useWords(consentsWords);
  const { studentId, isSelf, isEnrolled, stage, consents } = student;
  const id = `student-${studentId}`;
  return (
    <section class="plain__part" aria-labelledby={id}>
      <div>
        <h2 id={id}>{isSelf ? words.self : fullName(student)}</h2>
        {beside === null ? null : <p class="quiet">{beside}</p>}
        <p class="quiet">{isEnrolled ? words.stage[stage] : words.left}</p>
      </div>
      {consents.length === 0 ? (
        <p class="quiet">{words.nothingAsked}</p>
      ) : (
        <ul class="plain__list">
          {consents.map((consent) => (
            <li key={consent.purposeId}>
              <Consent
                {...{ consent, student, schoolId, facts }}
                isOpen={open === placeOf(studentId, consent.purposeId)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

import { useState } from 'preact/hooks';
import { RightFields, type RightDraft } from '#modules/roster/web/guardianship/RightFields.tsx';
import { fullName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { Field } from '#web/ui/Field.tsx';
import type { SuggestedStudent } from '../../link-requests/contract.ts';
import { onboardingWords } from '../words.ts';
import { FindStudent } from './FindStudent.tsx';

export type AcceptDraft = {
  readonly studentId: string | null;
  readonly right: RightDraft;
  readonly endDate: string;
};

type Props = {
  readonly schoolId: number;
  readonly requestId: string;
  readonly today: string;
  readonly draft: AcceptDraft;
  readonly set: (change: Partial<AcceptDraft>) => void;
  readonly isChecked: boolean;
};

/** Which student is meant, and what the guardian may see on which paper. */
export function AcceptFields({ schoolId, requestId, today, draft, set, isChecked }: Props) {
  const { queue: words } = useWords(onboardingWords);
  const { right, studentId, endDate } = draft;
  const [found, setFound] = useState<readonly SuggestedStudent[]>([]);
  const { reply, fault, reread } = useRead({ schoolId, key: requestId, follows: [] }, (signal) =>
    call('GET /api/schools/{schoolId}/link-requests/{requestId}/students', {
      params: { schoolId, requestId },
      signal,
    }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  const students = [
    ...reply.students,
    ...found.filter(({ id }) => reply.students.every((one) => one.id !== id)),
  ];
  return (
    <>
      <fieldset class="requests__students">
        <legend>{words.likely}</legend>
        {students.length === 0 ? <p role="status">{words.nobody}</p> : null}
        {students.map((student) => (
          <Student
            key={student.id}
            student={student}
            isChosen={student.id === studentId}
            choose={() => set({ studentId: student.id })}
          />
        ))}
        {isChecked && studentId === null ? (
          <p class="field__error" role="alert">
            {words.required}
          </p>
        ) : null}
      </fieldset>
      <FindStudent
        schoolId={schoolId}
        choose={({ id, lastName, firstName, middleName, birthDate, schoolClass }) => {
          setFound([{ id, lastName, firstName, middleName, birthDate, schoolClass, isLinked: false }]);
          set({ studentId: id });
        }}
      />
      <RightFields
        draft={right}
        set={(change) => set({ right: { ...right, ...change } })}
        isChecked={isChecked}
      />
      {isChecked && right.basis.trim() === '' ? (
        <p class="field__error" role="alert">
          {words.basisNeeded}
        </p>
      ) : null}
      <Field
        id="right-until"
        type="date"
        label={words.endDate}
        min={today}
        value={endDate}
        onInput={(event) => set({ endDate: event.currentTarget.value })}
      />
    </>
  );
}

type StudentProps = {
  readonly student: SuggestedStudent;
  readonly isChosen: boolean;
  readonly choose: () => void;
};

function Student({ student, isChosen, choose }: StudentProps) {
  const { queue: words } = useWords(onboardingWords);
  const formats = useFormats();
  const { schoolClass, birthDate, isLinked } = student;
  const about = [
    schoolClass === null ? '' : className(schoolClass),
    birthDate === null ? '' : formats.dayInFigures(birthDate),
    isLinked ? words.isLinked : '',
  ].filter(Boolean);
  return (
    <label class="tick">
      <input type="radio" name="student" checked={isChosen} disabled={isLinked} onChange={choose} />
      <span>
        {fullName(student)} <span class="quiet">{about.join(' · ')}</span>
      </span>
    </label>
  );
}

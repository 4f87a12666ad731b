import type { ComponentChildren } from 'preact';
import { className } from '#modules/roster/school-class/rules.ts';
import { addressName, fullName } from '#modules/roster/person/rules.ts';
import { useWords } from '#web/page-context.tsx';
import { calendar, diary, marks } from '#web/ui/icons.ts';
import { FamilyFrame } from '#web/ui/FamilyFrame.tsx';
import type { DiaryStudent } from '../week/contract.ts';
import type { DiaryFrame } from '../pages/facts.ts';
import { type DiaryPlace, marksAddress, startAddress, timetableAddress } from './addresses.ts';
import { diaryWords } from './words.ts';

export type Section = 'diary' | 'timetable' | 'marks';

const addresses: Readonly<Record<Section, (place: DiaryPlace) => string>> = {
  diary: startAddress,
  timetable: timetableAddress,
  marks: marksAddress,
};

const icons: Readonly<Record<Section, string>> = { diary, timetable: calendar, marks };

type DiaryPageProps = {
  readonly frame: DiaryFrame;
  readonly student: DiaryStudent;
  readonly section: Section;
  readonly children: ComponentChildren;
};

/** The frame of every page of a diary: children over all schools, sections, account. */
export function DiaryPage({ frame, student, section, children }: DiaryPageProps) {
  const words = useWords(diaryWords);
  const sections: readonly Section[] = ['diary', 'timetable', 'marks'];
  const places = sections.map((one) => ({
    href: addresses[one](frame),
    word: words[one],
    icon: icons[one],
    isCurrent: one === section,
  }));
  const family = frame.children.length > 0 ? frame.children : [staffView(frame, student)];
  return (
    <FamilyFrame
      person={{ name: fullName(frame.person), role: null }}
      family={family.map((child) => ({
        id: child.studentId,
        name: child.firstName,
        className: child.grade === null ? '' : className({ grade: child.grade, letter: child.letter ?? '' }),
        school: child.school,
        href: addresses[section](child),
        isCurrent: child.studentId === frame.studentId,
      }))}
      places={places}
      home={startAddress(frame)}
    >
      {children}
    </FamilyFrame>
  );
}

/** Staff read one student's diary and see whose it is by the full name. */
function staffView({ schoolId }: DiaryFrame, student: DiaryStudent) {
  return {
    schoolId,
    studentId: student.id,
    firstName: `${student.lastName} ${addressName(student)}`,
    grade: student.grade,
    letter: student.letter,
    school: '',
  };
}

import { Island } from '#web/island.tsx';
import type { MarksFacts } from '../../pages/facts.ts';
import { DiaryPage } from '../DiaryPage.tsx';
import { Marks } from './Marks.tsx';

/** The server page of marks. */
export function MarksView({ facts: { frame, marks, markId } }: { facts: MarksFacts }) {
  const { schoolId, studentId } = frame;
  return (
    <DiaryPage frame={frame} student={marks.student} section="marks">
      <Island name="diary-marks" of={Marks} props={{ place: { schoolId, studentId }, marks, markId }} />
    </DiaryPage>
  );
}

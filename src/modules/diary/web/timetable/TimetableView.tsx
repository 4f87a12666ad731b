import { Island } from '#web/island.tsx';
import type { TimetableFacts } from '../../pages/facts.ts';
import { DiaryPage } from '../DiaryPage.tsx';
import { Timetable } from './Timetable.tsx';

/** The server page of a timetable. */
export function TimetableView({ facts: { frame, timetable } }: { facts: TimetableFacts }) {
  const { schoolId, studentId } = frame;
  return (
    <DiaryPage frame={frame} student={timetable.student} section="timetable">
      <Island name="diary-timetable" of={Timetable} props={{ place: { schoolId, studentId }, timetable }} />
    </DiaryPage>
  );
}

import { Island } from '#web/island.tsx';
import type { WeekFacts } from '../../pages/facts.ts';
import { DiaryPage } from '../DiaryPage.tsx';
import { Week } from './Week.tsx';

/** The server page of a week. */
export function WeekView({ facts: { frame, week, lessonId } }: { facts: WeekFacts }) {
  const { schoolId, studentId } = frame;
  return (
    <DiaryPage frame={frame} student={week.student} section="diary">
      <Island
        name="diary-week"
        of={Week}
        props={{ place: { schoolId, studentId }, week, lessonId, mayTick: frame.isOwn }}
      />
    </DiaryPage>
  );
}

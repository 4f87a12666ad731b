import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { addDays, weekdayOf } from '#modules/organisation/calendar/rules.ts';
import { specialDayText, specialDayWords } from '#modules/timetable/words/special-day.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import {
  absenceReasonSet,
  attendanceTaken,
  lessonRecorded,
  rosterChanged,
  timetableChanged,
} from '../event-names.ts';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { chevronLeft, chevronRight, printer } from '#web/ui/icons.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { DateField } from '#web/ui/staff/DateField.tsx';
import { AwayList } from './AwayList.tsx';
import { ClassHead } from './ClassHead.tsx';
import { DayRegister } from './DayRegister.tsx';
import type { DayStudent } from './day-rules.ts';
import { ReasonSheet } from './ReasonSheet.tsx';
import { homeroomWords } from './words.ts';
import './homeroom.css';

const follows = [attendanceTaken, lessonRecorded, absenceReasonSet, timetableChanged, rosterChanged];

/** `/homeroom/:schoolId/:classId`: the class on one day, who is away and why. */
export function ClassDayPage() {
  const { params, query } = useRoute();
  const { path, route } = useLocation();
  const schoolId = Number(params['schoolId']);
  const classId = params['classId'] ?? '';
  const date = query['date'];
  const words = useWords(homeroomWords);
  const special = useWords(specialDayWords);
  const formats = useFormats();
  const [asked, setAsked] = useState<DayStudent | 'anybody' | null>(null);
  const { reply, fault, reread } = useRead({ schoolId, key: `${classId} ${date ?? ''}`, follows }, (signal) =>
    call('GET /api/schools/{schoolId}/classes/{classId}/day', {
      params: { schoolId, classId },
      query: date === undefined ? {} : { date },
      signal,
    }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  const go = (chosen: string) => route(chosen === reply.today ? path : `${path}?date=${chosen}`, true);
  return (
    <div class="homeroom">
      <ClassHead
        schoolId={schoolId}
        view="day"
        schoolClass={reply.schoolClass}
        context={[
          formats.weekdayAndDay(reply.date),
          words.students(reply.students.length),
          specialDayText(reply, special),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
        homerooms={reply.homerooms}
      >
        {reply.may.setReasons ? (
          <Button onClick={() => setAsked('anybody')}>{words.away.announce}</Button>
        ) : null}
        <Button onClick={() => print()}>
          <Icon path={printer} size={18} />
          {words.print}
        </Button>
      </ClassHead>
      <div class="day-steps no-print">
        <button
          type="button"
          class="icon-button"
          aria-label={words.previousDay}
          onClick={() => go(schoolDay(reply.date, -1))}
        >
          <Icon path={chevronLeft} />
        </button>
        <DateField id="class-day" label={words.date} value={reply.date} onDate={go} />
        <button
          type="button"
          class="icon-button"
          aria-label={words.nextDay}
          onClick={() => go(schoolDay(reply.date, 1))}
        >
          <Icon path={chevronRight} />
        </button>
        {reply.date === reply.today ? null : (
          <Button kind="quiet" onClick={() => go(reply.today)}>
            {words.toToday}
          </Button>
        )}
      </div>
      {fault === null ? null : <PageFault fault={fault} retry={reread} />}
      {reply.students.length === 0 ? (
        <EmptyNote title={words.noStudents} text={words.noStudentsText} />
      ) : (
        <>
          <AwayList schoolId={schoolId} day={reply} ask={setAsked} reread={reread} />
          {reply.lessons.length === 0 ? (
            <EmptyNote title={words.noLessons} text={specialDayText(reply, special)} />
          ) : (
            <DayRegister schoolId={schoolId} day={reply} />
          )}
        </>
      )}
      {asked === null ? null : (
        <ReasonSheet
          schoolId={schoolId}
          day={reply}
          about={asked}
          close={() => setAsked(null)}
          reread={reread}
        />
      )}
    </div>
  );
}

/** The next day that is no Sunday. */
function schoolDay(date: string, step: 1 | -1): string {
  const next = addDays(date, step);
  return weekdayOf(next) === 7 ? addDays(next, step) : next;
}

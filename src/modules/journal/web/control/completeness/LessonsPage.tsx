import { useRoute } from 'preact-iso';
import { fullName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { attendanceTaken, homeworkAssigned, lessonRecorded } from '../../event-names.ts';
import type { HeldLessons, Lack } from '../../../completeness/contract.ts';
import { controlOf, queryText } from '../addresses.ts';
import { ControlFault, ControlHead } from '../ControlHead.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { controlWords } from '../words.ts';
import { FewMarksList } from './FewMarksList.tsx';
import { LessonList } from './LessonList.tsx';
import './completeness.css';

const lacks: readonly Lack[] = ['topic', 'attendance', 'homework'];
const told = [lessonRecorded, attendanceTaken, homeworkAssigned];

/** `/control/:schoolId/lessons`: the lessons, or the students, behind one number; each leads to its journal page. */
export function LessonsPage() {
  const { params, query } = useRoute();
  const schoolId = Number(params['schoolId']);
  const { completeness: words } = useWords(controlWords);
  const formats = useFormats();
  const { from, to, teacher, class: classId } = query;
  const isMarks = query['lack'] === 'marks' && from !== undefined && to !== undefined;
  const lack = lacks.find((one) => one === query['lack']);
  const whose = {
    ...(teacher === undefined ? {} : { teacherId: teacher }),
    ...(classId === undefined ? {} : { classId }),
  };
  const days = from !== undefined && to !== undefined ? { from, to } : {};
  const { reply, fault, reread } = useRead(
    { schoolId, key: JSON.stringify(query), follows: told, restMs: 500 },
    async (signal) =>
      isMarks
        ? {
            few: await call('GET /api/schools/{schoolId}/few-marks', {
              params: { schoolId },
              query: { ...whose, from, to },
              signal,
            }),
            lessons: null,
          }
        : {
            few: null,
            lessons: await call('GET /api/schools/{schoolId}/held-lessons', {
              params: { schoolId },
              query: { ...whose, ...days, ...(lack === undefined ? {} : { lack }) },
              signal,
            }),
          },
  );
  if (reply === null) {
    if (fault !== null) return <ControlFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  const list = reply.few ?? reply.lessons;
  return (
    <div class="control">
      <ControlHead
        schoolId={schoolId}
        view="completeness"
        title={words.listTitle[isMarks ? 'marks' : (lack ?? 'all')]}
        context={[whoseName(list), formats.days(list.from, list.to)].filter(Boolean).join(' · ')}
      />
      {fault === null ? null : <ControlFault fault={fault} retry={reread} />}
      <p class="no-print">
        <a
          class="control-back"
          href={`${controlOf(schoolId)}${queryText({ ...days, by: classId ? 'class' : undefined })}`}
        >
          {words.back}
        </a>
      </p>
      {reply.few ? <FewMarksList schoolId={schoolId} list={reply.few} /> : null}
      {reply.lessons ? (
        <LessonList schoolId={schoolId} list={reply.lessons} isRange={from !== undefined} />
      ) : null}
      {(reply.few?.pages ?? reply.lessons?.lessons ?? []).length === 0 ? (
        <EmptyNote title={words.allDone} text={words.allDoneText} />
      ) : null}
    </div>
  );
}

function whoseName({ teacher, schoolClass }: Pick<HeldLessons, 'teacher' | 'schoolClass'>): string | null {
  if (teacher) return fullName(teacher);
  return schoolClass ? className(schoolClass) : null;
}

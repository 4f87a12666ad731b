import { useLocation, useRoute } from 'preact-iso';
import { fullName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { attendanceTaken, homeworkAssigned, lessonRecorded } from '../../event-names.ts';
import type { Completeness } from '../../../completeness/contract.ts';
import { queryText } from '../addresses.ts';
import { ControlFault, ControlHead } from '../ControlHead.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { controlWords } from '../words.ts';
import { byDebt, choicesOf, filledPercent } from './completeness-rules.ts';
import { type CountLine, CountTable } from './CountTable.tsx';
import './completeness.css';

const told = [lessonRecorded, attendanceTaken, homeworkAssigned];

/** `/control/:schoolId`: what the journals lack, by teacher or by class, and the ways to each lesson. */
export function CompletenessPage() {
  const { params, query } = useRoute();
  const { path } = useLocation();
  const schoolId = Number(params['schoolId']);
  const { completeness: words } = useWords(controlWords);
  const formats = useFormats();
  const { from, to } = query;
  const isByClass = query['by'] === 'class';
  const days = from !== undefined && to !== undefined ? { from, to } : {};
  const { reply, fault, reread } = useRead(
    // A school of teachers writes at once at the end of a lesson: one reading answers a while of it.
    { schoolId, key: `${from ?? ''} ${to ?? ''}`, follows: told, restMs: 2_000 },
    (signal) =>
      call('GET /api/schools/{schoolId}/journal-completeness', { params: { schoolId }, query: days, signal }),
  );
  if (reply === null) {
    if (fault !== null) return <ControlFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  const by = isByClass ? 'class' : undefined;
  const lines = isByClass ? classLines(reply) : teacherLines(reply);
  const percent = filledPercent(reply.total);
  return (
    <div class="control">
      <ControlHead
        schoolId={schoolId}
        view="completeness"
        title={words.title}
        context={[
          formats.days(reply.from, reply.to),
          words.lessons(reply.total.lessons),
          percent === null ? null : words.filled(percent),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      {fault === null ? null : <ControlFault fault={fault} retry={reread} />}
      <div class="completeness__choices no-print">
        <nav class="control-choice" aria-label={words.days}>
          {choicesOf(reply).map(({ kind, name, days: chosen, isCurrent }) => (
            <a
              key={`${kind} ${name}`}
              href={`${path}${queryText({ ...chosen, by })}`}
              aria-current={isCurrent ? 'true' : undefined}
            >
              {kind === 'period' ? name : words[kind]}
            </a>
          ))}
        </nav>
        <nav class="control-choice" aria-label={words.by}>
          <a href={`${path}${queryText(days)}`} aria-current={isByClass ? undefined : 'true'}>
            {words.byTeacher}
          </a>
          <a
            href={`${path}${queryText({ ...days, by: 'class' })}`}
            aria-current={isByClass ? 'true' : undefined}
          >
            {words.byClass}
          </a>
        </nav>
      </div>
      {lines.length === 0 ? (
        <EmptyNote title={words.none} text={words.noneText} />
      ) : (
        <CountTable
          schoolId={schoolId}
          days={days}
          isByClass={isByClass}
          hasMarks={reply.isPeriod}
          lines={lines}
          total={reply.total}
        />
      )}
    </div>
  );
}

function teacherLines({ teachers }: Completeness): readonly CountLine[] {
  return byDebt(teachers).map((line) => ({ ...line, name: fullName(line), list: { teacher: line.id } }));
}

function classLines({ classes }: Completeness): readonly CountLine[] {
  return classes.map((line) => ({ ...line, name: className(line), list: { class: line.id } }));
}

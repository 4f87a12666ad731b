import { useLocation, useRoute } from 'preact-iso';
import { useContext, useEffect, useState } from 'preact/hooks';
import { addDays } from '#modules/organisation/calendar/rules.ts';
import { shortName } from '#modules/roster/person/rules.ts';
import { call, type Problem } from '#web/api.ts';
import { PageContext, useFormats, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { useSession } from '#web/staff/session.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { chevronLeft, chevronRight, printer } from '#web/ui/icons.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import type { DayBoard, StaffAbsence } from '../../day/contract.ts';
import type { StaffLesson } from '../../lessons/contract.ts';
import { absenceAddress, dayAddress, specialDaysAddress, timetableAddress } from '../addresses.ts';
import { undoAct } from '../changes/act.ts';
import { LessonSheet } from '../changes/LessonSheet.tsx';
import { Fault } from '../Fault.tsx';
import { useNeighbourKeys } from '../neighbour-keys.ts';
import { useReading } from '../reading.ts';
import { mayChange } from '../rights.ts';
import { timetableWords } from '../words.ts';
import { BoardTable } from './BoardTable.tsx';
import { SpecialDays } from './SpecialDays.tsx';
import { boardRows, isWithoutTeacher } from './board-rules.ts';
import './day.css';

/** `/timetable/:schoolId/day?date=`: everything that is different on a day, for the staff room. */
export function BoardPage() {
  const { params, query } = useRoute();
  const { route } = useLocation();
  const words = useWords(timetableWords);
  const formats = useFormats();
  const session = useSession();
  const schoolId = Number(params['schoolId']);
  const today = session.persons.find((person) => person.schoolId === schoolId)?.today ?? '';
  const date = query['date'] ?? today;
  const { shown, fault, reread } = useReading(schoolId, date, (signal) =>
    call('GET /api/schools/{schoolId}/timetable/days/{date}', { params: { schoolId, date }, signal }),
  );
  const [openId, setOpenId] = useState<string | null>(null);
  const title = words.boardTitle(formats.weekdayAndDay(shown?.date ?? date));
  useEffect(() => {
    document.title = title;
  }, [title]);
  useNeighbourKeys();
  if (fault !== null && shown === null) return <Fault fault={fault} retry={reread} />;
  if (shown === null) return <div class="staff-waiting" aria-busy="true" />;
  const may = mayChange(session, schoolId);
  const open = shown.lessons.find(({ id }) => id === openId);
  const rows = boardRows(shown);
  return (
    <div class="board">
      <PageHeader
        title={title}
        context={[words.boardCount(rows.length), words.ofLessons(shown.lessonCount)].join(' · ')}
      >
        <ButtonLink href={`${timetableAddress}/${schoolId}`}>{words.title}</ButtonLink>
        <ButtonLink href={specialDaysAddress(schoolId)}>{words.specialDays}</ButtonLink>
        {rows.length === 0 ? null : <TableMenu schoolId={schoolId} name={title} />}
        {may ? (
          <ButtonLink kind="primary" href={absenceAddress(schoolId, { from: shown.date, to: shown.date })}>
            {words.teacherAway}
          </ButtonLink>
        ) : null}
      </PageHeader>
      <div class="board__bar no-print">
        <nav class="board__days" aria-label={words.date}>
          <DayStep href={dayAddress(schoolId, addDays(shown.date, -1))} name={words.previousDay} rel="prev" />
          <DayStep href={dayAddress(schoolId, addDays(shown.date, 1))} name={words.nextDay} rel="next" />
          {shown.date === shown.today ? null : <a href={dayAddress(schoolId)}>{words.today}</a>}
        </nav>
        <Field
          id="board-date"
          type="date"
          label={words.date}
          value={shown.date}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value !== '') route(dayAddress(schoolId, value));
          }}
        />
        <span class="board__print">
          <Button onClick={() => print()}>
            <Icon path={printer} size={18} />
            {words.print}
          </Button>
        </span>
      </div>
      <SpecialDays special={shown.special} />
      <Absences schoolId={schoolId} board={shown} may={may} onDone={reread} />
      <WithoutTeacher board={shown} may={may} onOpen={({ id }) => setOpenId(id)} />
      <section class="board__part" aria-labelledby="board-changes">
        <h2 id="board-changes">{words.changesOfDay}</h2>
        {rows.length === 0 && shown.special.length > 0 ? (
          <p class="quiet">{words.nothingElse}</p>
        ) : rows.length === 0 ? (
          <EmptyNote title={words.boardEmpty} text={words.boardEmptyNext} />
        ) : (
          <BoardTable rows={rows} onOpen={({ id }) => setOpenId(id)} />
        )}
      </section>
      {open ? (
        <LessonSheet
          schoolId={schoolId}
          lesson={open}
          year={null}
          onClose={() => setOpenId(null)}
          onDone={reread}
        />
      ) : null}
    </div>
  );
}

function DayStep({ href, name, rel }: { href: string; name: string; rel: 'prev' | 'next' }) {
  return (
    <a class="icon-button" href={href} aria-label={name} rel={rel}>
      <Icon path={rel === 'prev' ? chevronLeft : chevronRight} />
    </a>
  );
}

type PartProps = { readonly board: DayBoard; readonly may: boolean };

function Absences({ schoolId, board, may, onDone }: PartProps & { schoolId: number; onDone: () => void }) {
  const words = useWords(timetableWords);
  if (board.absences.length === 0) return null;
  return (
    <section class="board__part" aria-labelledby="board-absent">
      <h2 id="board-absent">{words.absentStaff}</h2>
      <ul class="board__people">
        {board.absences.map((absence) => (
          <Absent key={absence.id} {...{ schoolId, absence, may, onDone }} />
        ))}
      </ul>
    </section>
  );
}

type AbsentProps = {
  readonly schoolId: number;
  readonly absence: StaffAbsence;
  readonly may: boolean;
  readonly onDone: () => void;
};

function Absent({ schoolId, absence, may, onDone }: AbsentProps) {
  const words = useWords(timetableWords);
  const formats = useFormats();
  const { language } = useContext(PageContext);
  const { staff, endDate, startDate, reasonCode, note } = absence;
  const facts = [
    startDate === endDate ? null : words.until(formats.day(endDate)),
    reasonCode === null ? null : words.reasons[reasonCode],
    note,
  ].filter((part) => part !== null);
  const refused = (problem: Problem) => problemText(language, problem);
  return (
    <li>
      <span>
        <b>{shortName(staff)}</b>
        {facts.length > 0 ? <span class="quiet"> {facts.join(', ')}</span> : null}
      </span>
      {may ? (
        <span class="no-print">
          <Button
            kind="quiet"
            aria-label={`${words.comesBack}: ${shortName(staff)}`}
            onClick={() => {
              void undoAct(schoolId, absence.actId, { undone: words.cameBack, refused }).then(onDone);
            }}
          >
            {words.comesBack}
          </Button>
        </span>
      ) : null}
    </li>
  );
}

function WithoutTeacher({ board, may, onOpen }: PartProps & { onOpen: (lesson: StaffLesson) => void }) {
  const words = useWords(timetableWords);
  const open = board.lessons.filter(isWithoutTeacher);
  if (open.length === 0) {
    return board.absences.length === 0 ? null : <p class="board__covered quiet">{words.allCovered}</p>;
  }
  return (
    <section class="board__part board__part--open" aria-labelledby="board-open">
      <h2 id="board-open">{words.withoutTeacher}</h2>
      <BoardTable
        rows={open.map((lesson) => ({ lesson, instead: null, moved: null, key: lesson.id }))}
        onOpen={onOpen}
        act={may ? words.findSubstitute : null}
      />
    </section>
  );
}

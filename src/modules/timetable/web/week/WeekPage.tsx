import { useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { addDays, mondayOf } from '#modules/organisation/calendar/rules.ts';
import { fullName, shortName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { useSession } from '#web/staff/session.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { chevronLeft, chevronRight, printer } from '#web/ui/icons.ts';
import { SegmentedTabs } from '#web/ui/Navigation.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { NameChoice } from '#web/ui/staff/NameChoice.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import { uiWords } from '#web/ui/ui-words.ts';
import type { StaffLesson } from '../../lessons/contract.ts';
import type { StaffWeek, TimetableChoices } from '../../week/contract.ts';
import {
  absenceAddress,
  dayAddress,
  type Lens,
  lenses,
  specialDaysAddress,
  weekAddress,
  weeklyAddress,
} from '../addresses.ts';
import { LessonSheet } from '../changes/LessonSheet.tsx';
import { Fault } from '../Fault.tsx';
import { matches } from '../names.ts';
import { useNeighbourKeys } from '../neighbour-keys.ts';
import { useReading } from '../reading.ts';
import { mayChange, ownPerson } from '../rights.ts';
import { specialDayText, specialDayWords } from '../../words/special-day.ts';
import { timetableWords } from '../words.ts';
import { shownDays } from './grid-rules.ts';
import { WeekGrid } from './WeekGrid.tsx';
import './week.css';

/** `/timetable/:schoolId?lens=&id=&from=`: a week of a class, a teacher or a room. */
export function WeekPage() {
  const { params, query } = useRoute();
  const words = useWords(timetableWords);
  const schoolId = Number(params['schoolId']);
  const session = useSession();
  const {
    shown: choices,
    fault,
    reread,
  } = useReading(schoolId, `${schoolId}`, (signal) =>
    call('GET /api/schools/{schoolId}/timetable', { params: { schoolId }, signal }),
  );
  if (fault !== null && choices === null) return <Fault fault={fault} retry={reread} />;
  if (choices === null) return <div class="timetable-waiting" aria-busy="true" />;
  const own = ownPerson(session, schoolId)?.personId;
  const teaches = choices.teachers.some(({ id }) => id === own);
  const lens = lenses.find((one) => one === query['lens']) ?? (teaches ? 'teacher' : 'class');
  const lists = { class: choices.classes, teacher: choices.teachers, room: choices.rooms };
  const usual = lens === 'teacher' && teaches ? own : undefined;
  const id = query['id'] ?? usual ?? lists[lens][0]?.id ?? null;
  const from = query['from'] ?? null;
  return (
    <div class="timetable-page">
      {id === null ? (
        <>
          <PageHeader title={words.title} />
          <SegmentedTabs name={words.whose} places={tabs({ schoolId, lens, from, words })} />
          <EmptyNote title={words.noChoices[lens]} text={words.noChoicesNext} />
        </>
      ) : (
        <Week schoolId={schoolId} lens={lens} id={id} from={from} choices={choices} />
      )}
    </div>
  );
}

type Words = (typeof timetableWords)['ru'];

function tabs(given: { schoolId: number; lens: Lens; from: string | null; words: Words }) {
  const { schoolId, lens, from, words } = given;
  return lenses.map((one) => ({
    href: weekAddress(schoolId, { lens: one, from }),
    word: words.lens[one],
    isCurrent: one === lens,
  }));
}

type WeekProps = {
  readonly schoolId: number;
  readonly lens: Lens;
  readonly id: string;
  readonly from: string | null;
  readonly choices: TimetableChoices;
};

function Week({ schoolId, lens, id, from, choices }: WeekProps) {
  const words = useWords(timetableWords);
  const ui = useWords(uiWords);
  const special = useWords(specialDayWords);
  const formats = useFormats();
  const session = useSession();
  const { shown, fault, reread } = useReading(schoolId, `${lens} ${id} ${from ?? ''}`, (signal) =>
    readWeek({ schoolId, lens, id, from }, signal),
  );
  const [open, setOpen] = useState<StaffLesson | null>(null);
  const name = shown ? shownName(shown, words) : '';
  const title = name === '' ? words.title : name;
  useEffect(() => {
    document.title = `${words.title} · ${title}`;
  }, [title, words.title]);
  useNeighbourKeys();
  if (fault !== null && shown === null) return <Fault fault={fault} retry={reread} />;
  if (shown === null) return <div class="timetable-waiting" aria-busy="true" />;
  const days = shownDays(shown);
  const at = (date: string | null) => weekAddress(schoolId, { lens, id, from: date });
  const places = placesOf(choices, lens, words).map((place) => ({
    ...place,
    href: weekAddress(schoolId, { lens, id: place.id, from }),
  }));
  const may = mayChange(session, schoolId);
  const current = open && (findLesson(shown, open.id) ?? open);
  return (
    <>
      <PageHeader
        title={title}
        context={formats.days(shown.from, days.at(-1)?.date ?? addDays(shown.from, 5))}
      >
        <SegmentedTabs name={words.whose} places={tabs({ schoolId, lens, from, words })} />
        <ButtonLink href={dayAddress(schoolId)}>{words.dayChanges}</ButtonLink>
        <ButtonLink href={specialDaysAddress(schoolId)}>{words.specialDays}</ButtonLink>
        <TableMenu schoolId={schoolId} name={`${title}, ${shown.from}`} />
        {may ? (
          <ButtonLink href={weeklyAddress(schoolId, { classId: lens === 'class' ? id : null })}>
            {words.weekly}
          </ButtonLink>
        ) : null}
        {may ? (
          <ButtonLink kind="primary" href={absenceAddress(schoolId)}>
            {words.teacherAway}
          </ButtonLink>
        ) : null}
      </PageHeader>
      <div class="week-bar no-print">
        <NameChoice
          id="find-timetable"
          label={words.choose[lens]}
          searchLabel={words.search}
          nothingFound={words.nothingFound}
          current={places.find((place) => place.id === id) ?? null}
          places={places}
          matches={matches}
        />
        <nav class="week-bar__weeks" aria-label={words.week}>
          <a class="icon-button" href={at(addDays(shown.from, -7))} aria-label={ui.previousWeek} rel="prev">
            <Icon path={chevronLeft} />
          </a>
          <a class="icon-button" href={at(addDays(shown.from, 7))} aria-label={ui.nextWeek} rel="next">
            <Icon path={chevronRight} />
          </a>
          {mondayOf(shown.today) === shown.from ? null : <a href={at(null)}>{ui.thisWeek}</a>}
        </nav>
        <span class="week-bar__print">
          <Button onClick={() => print()}>
            <Icon path={printer} size={18} />
            {words.print}
          </Button>
        </span>
      </div>
      {shown.days.every(({ lessons, movedAway }) => lessons.length + movedAway.length === 0) ? (
        <EmptyNote title={emptyTitle(shown, words, special)} text={words.weekEmptyNext} />
      ) : (
        <WeekGrid key={`${lens} ${id} ${shown.from}`} week={shown} lens={lens} onOpen={setOpen} />
      )}
      {current ? (
        <LessonSheet
          schoolId={schoolId}
          lesson={current}
          year={shown.year}
          onClose={() => setOpen(null)}
          onDone={reread}
        />
      ) : null}
    </>
  );
}

async function readWeek(
  { schoolId, lens, id, from }: Omit<WeekProps, 'choices'>,
  signal: AbortSignal,
): Promise<StaffWeek> {
  const query = from === null ? {} : { from };
  if (lens === 'class') {
    return call('GET /api/schools/{schoolId}/timetable/classes/{classId}', {
      params: { schoolId, classId: id },
      query,
      signal,
    });
  }
  if (lens === 'teacher') {
    return call('GET /api/schools/{schoolId}/timetable/teachers/{staffId}', {
      params: { schoolId, staffId: id },
      query,
      signal,
    });
  }
  return call('GET /api/schools/{schoolId}/timetable/rooms/{roomId}', {
    params: { schoolId, roomId: id },
    query,
    signal,
  });
}

function shownName({ schoolClass, teacher, room }: StaffWeek, words: Words): string {
  if (schoolClass) return className(schoolClass);
  if (teacher) return fullName(teacher);
  return room ? words.roomTitle(room.name) : '';
}

function placesOf({ classes, teachers, rooms }: TimetableChoices, lens: Lens, words: Words) {
  if (lens === 'class') {
    return classes.map((one) => ({ id: one.id, name: className(one), also: `${one.grade}${one.letter}` }));
  }
  if (lens === 'teacher') {
    return teachers.map((one) => ({ id: one.id, name: shortName(one), also: fullName(one) }));
  }
  return rooms.map(({ id, name }) => ({ id, name: words.roomTitle(name), also: name }));
}

function findLesson({ days }: StaffWeek, id: string): StaffLesson | null {
  return days.flatMap(({ lessons }) => lessons).find((lesson) => lesson.id === id) ?? null;
}

function emptyTitle(
  { year, from, days }: StaffWeek,
  words: Words,
  special: (typeof specialDayWords)['ru'],
): string {
  const isInside = year !== null && from <= year.endDate && addDays(from, 6) >= year.startDate;
  if (!isInside) return words.outsideYear;
  const why = days.find(({ off }) => off !== null);
  return (why && specialDayText(why, special)) ?? words.weekEmpty;
}

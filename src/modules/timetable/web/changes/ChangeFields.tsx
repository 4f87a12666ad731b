import { fullName, shortName } from '#modules/roster/person/rules.ts';
import { useWords } from '#web/page-context.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import type { LessonOptions } from '../../changes/contract.ts';
import type { ChangeKind } from '../../changes/rules.ts';
import { timetableWords } from '../words.ts';

/** What was chosen so far; `roomId` undefined = not yet, null = no room. */
export type Choice = {
  readonly teacherId: string | null;
  readonly pageId: string | null;
  readonly roomId: string | null | undefined;
  readonly withLessonId: string | null;
  readonly date: string;
  readonly number: number;
};

export const noChoice: Choice = {
  teacherId: null,
  pageId: null,
  roomId: undefined,
  withLessonId: null,
  date: '',
  number: 1,
};

type ChangeFieldsProps = {
  readonly kind: ChangeKind;
  readonly options: LessonOptions;
  readonly choice: Choice;
  readonly year: { readonly startDate: string; readonly endDate: string } | null;
  readonly onChoose: (choice: Choice) => void;
};

/** To what: the part of the form that depends on the kind of change. */
export function ChangeFields(props: ChangeFieldsProps) {
  if (props.kind === 'substitution') return <TeacherList {...props} />;
  if (props.kind === 'replacement') return <SubjectList {...props} />;
  if (props.kind === 'move') return <Slot {...props} />;
  if (props.kind === 'room') return <RoomList {...props} />;
  if (props.kind === 'merge') return <PartnerList {...props} />;
  return null;
}

type OptionLine = {
  readonly id: string;
  readonly name: string;
  readonly detail: string | null;
  readonly isChosen: boolean;
  readonly choose: () => void;
};

function OptionList({ name, legend, lines }: { name: string; legend: string; lines: readonly OptionLine[] }) {
  return (
    <fieldset class="option-list">
      <legend>{legend}</legend>
      <ul>
        {lines.map(({ id, name: text, detail, isChosen, choose }) => (
          <li key={id}>
            <label>
              <input type="radio" name={name} checked={isChosen} onChange={choose} />
              <span>{text}</span>
              {detail === null ? null : <span class="quiet">{detail}</span>}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function TeacherList({ options, choice, onChoose }: ChangeFieldsProps) {
  const words = useWords(timetableWords);
  const nameOf = new Map(options.staff.map((person) => [person.id, fullName(person)]));
  if (options.candidates.length === 0) return <p class="quiet">{words.nobodyFree}</p>;
  const groups = Map.groupBy(options.candidates, ({ rank }) => rank);
  return (
    <div class="option-groups" role="group" aria-label={words.freeTeachers}>
      {[...groups].map(([rank, candidates]) => (
        <OptionList
          key={rank}
          name="teacher"
          legend={words.rank[rank] ?? ''}
          lines={candidates.map(({ staffId, lessons }) => ({
            id: staffId,
            name: nameOf.get(staffId) ?? '',
            detail: words.load(lessons),
            isChosen: choice.teacherId === staffId,
            choose: () => onChoose({ ...choice, teacherId: staffId }),
          }))}
        />
      ))}
    </div>
  );
}

function SubjectList({ options, choice, onChoose }: ChangeFieldsProps) {
  const words = useWords(timetableWords);
  if (options.pages.length === 0) return <p class="quiet">{words.noOtherSubject}</p>;
  const isFree = ({ isTeacherFree }: LessonOptions['pages'][number]) => isTeacherFree;
  const pages = [...options.pages.filter(isFree), ...options.pages.filter((page) => !isFree(page))];
  return (
    <OptionList
      name="page"
      legend={words.otherSubject}
      lines={pages.map((page) => ({
        id: page.id,
        name: page.group.isWholeClass ? page.subject : `${page.subject}, ${page.group.name}`,
        detail: [
          page.teacher ? shortName(page.teacher) : words.noTeacher,
          page.teacher && !page.isTeacherFree ? words.teacherBusy : null,
        ]
          .filter(Boolean)
          .join(', '),
        isChosen: choice.pageId === page.id,
        choose: () => onChoose({ ...choice, pageId: page.id }),
      }))}
    />
  );
}

function Slot({ choice, year, onChoose }: ChangeFieldsProps) {
  const words = useWords(timetableWords);
  return (
    <div class="slot-fields">
      <Field
        id="move-date"
        type="date"
        label={words.toDate}
        value={choice.date}
        required
        {...(year ? { min: year.startDate, max: year.endDate } : {})}
        onInput={(event) => onChoose({ ...choice, date: event.currentTarget.value })}
      />
      <Select
        id="move-number"
        label={words.toNumber}
        value={String(choice.number)}
        onChange={(event) => onChoose({ ...choice, number: Number(event.currentTarget.value) })}
      >
        {Array.from({ length: 15 }, (_, number) => (
          <option key={number} value={String(number)}>
            {number}
          </option>
        ))}
      </Select>
    </div>
  );
}

function RoomList({ options, choice, onChoose }: ChangeFieldsProps) {
  const words = useWords(timetableWords);
  return (
    <Select
      id="room"
      label={words.freeRooms}
      value={choice.roomId === undefined ? '' : (choice.roomId ?? 'none')}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChoose({ ...choice, roomId: value === '' ? undefined : value === 'none' ? null : value });
      }}
    >
      <option value="">—</option>
      {options.lesson.room ? <option value="none">{words.noRoomChoice}</option> : null}
      {options.rooms.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function PartnerList({ options, choice, onChoose }: ChangeFieldsProps) {
  const words = useWords(timetableWords);
  return (
    <OptionList
      name="partner"
      legend={words.mergeWith}
      lines={options.partners.map(({ lessonId, group, subject, teacher }) => ({
        id: lessonId,
        name: group,
        detail: [subject, teacher ? shortName(teacher) : null].filter(Boolean).join(', '),
        isChosen: choice.withLessonId === lessonId,
        choose: () => onChoose({ ...choice, withLessonId: lessonId }),
      }))}
    />
  );
}

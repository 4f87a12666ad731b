import { fileAddress } from '#modules/homework/files/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { FileLink } from '#web/ui/FileLink.tsx';
import { LinkedText } from '#web/ui/LinkedText.tsx';
import type { DiaryHomework } from '../../week/contract.ts';
import { diaryWords } from '../words.ts';
import type { Ticks } from './ticks.ts';

type HomeworkProps = {
  readonly schoolId: number;
  readonly homework: DiaryHomework;
  readonly timeZone: string;
  readonly ticks: Ticks;
  readonly isGiven?: boolean;
};

/** One piece of homework with its files, what is known of it, and its tick. */
export function Homework({ ticks, ...props }: HomeworkProps) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  const { text, minutes, publishedAt, dueDate, files } = props.homework;
  const publishedOn = dateIn(publishedAt, props.timeZone);
  const notes = [
    props.isGiven && dueDate !== null ? words.dueOn(formats.day(dueDate)) : null,
    minutes === null ? null : words.minutes(minutes),
    words.published(formats.day(publishedOn), formats.time(publishedAt, props.timeZone)),
  ].filter((part) => part !== null);
  return (
    <div class="homework">
      <LinkedText text={text} />
      {files.map((file) => (
        <FileLink key={file.id} {...file} href={fileAddress(props.schoolId, file.id)} />
      ))}
      <p class="quiet">{notes.join(', ')}</p>
      <Tick homework={props.homework} ticks={ticks} />
    </div>
  );
}

function Tick({ homework, ticks }: Pick<HomeworkProps, 'homework' | 'ticks'>) {
  const words = useWords(diaryWords);
  const isDone = ticks.isDone(homework);
  const { set } = ticks;
  if (set === null) return isDone ? <p class="homework__done">{words.doneByStudent}</p> : null;
  return (
    <>
      <label class="homework__tick">
        <input
          type="checkbox"
          checked={isDone}
          onChange={(event) => set(homework, event.currentTarget.checked)}
        />
        {words.done}
      </label>
      {ticks.failedId === homework.id ? <p role="alert">{words.tickFailed}</p> : null}
    </>
  );
}

/** The calendar date of a moment in a zone; `sv-SE` writes dates as ISO 8601 does. */
function dateIn(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(moment));
}

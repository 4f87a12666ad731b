import { Select } from '#web/ui/Field.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { warning } from '#web/ui/icons.ts';
import { useSession } from '#web/staff/session.ts';
import { unbroken } from '#web/typography.ts';
import type { PageLesson } from '../../pages/contract.ts';
import { homeworkLoads } from '../queue/homework-load.ts';
import { type Contents, keyOf } from '../queue/writes.ts';
import type { Journal } from '../page/journal.ts';
import { HomeworkFiles } from '../files/HomeworkFiles.tsx';
import { LineField, wholeNumber } from './LineField.tsx';
import { PublishFields } from './PublishFields.tsx';
import { SaveWord } from './SaveWord.tsx';
import { TextArea } from './TextArea.tsx';

type HomeworkProps = {
  readonly journal: Journal;
  readonly lesson: PageLesson;
  readonly isClosed: boolean;
};

const noHomework: Contents['homework'] = {
  text: '',
  minutes: null,
  dueRule: 'next',
  dueLessonId: null,
  dueDate: null,
  publishAt: null,
};

/** What is given at the lesson, for when, and since when families see it. */
export function HomeworkFields({ journal, lesson, isClosed }: HomeworkProps) {
  const { store, acts, words, formats } = journal;
  void store.changes.value;
  const place = { lessonId: lesson.id };
  const { persons } = useSession();
  const zone = persons.find(({ schoolId }) => schoolId === journal.schoolId)?.timeZone ?? 'Europe/Moscow';
  const now = store.contentAt('homework', place) ?? noHomework;
  const version = store.known(keyOf.homework(place))?.version ?? 0;
  const set = (change: Partial<Contents['homework']>, since?: number) => {
    const { dueRule, ...rest } = { ...(store.contentAt('homework', place) ?? noHomework), ...change };
    const content = {
      ...rest,
      dueRule,
      dueLessonId: dueRule === 'pinned' ? rest.dueLessonId : null,
      dueDate: dueRule === 'date' ? (rest.dueDate ?? nextDay(journal, lesson)) : null,
    };
    acts.setHomework(lesson.id, content, since);
  };
  const later = store.model.value.lessons.filter(
    ({ date, id, state }) => date >= lesson.date && id !== lesson.id && state === 'planned',
  );
  const dueDay = dueDayOf(journal, lesson, now);
  const load = homeworkLoads.value.get(lesson.id);
  const isLate = lesson.homework?.isLate === true;
  return (
    <section class="panel__part">
      <HomeworkFiles
        journal={journal}
        lesson={lesson}
        isClosed={isClosed}
        hasText={now.text !== ''}
        onNeedText={() => {
          if ((store.contentAt('homework', place) ?? noHomework).text === '')
            set({ text: words.files.inFile });
        }}
      >
        <TextArea
          id="homework"
          label={words.lesson.homework}
          hint={words.lesson.homeworkHint}
          rows={4}
          maxLength={4000}
          isClosed={isClosed}
          value={now.text}
          version={version}
          onWrite={(typed, since) => {
            const text = typed.trim();
            set({ text }, since);
            return text;
          }}
        />
      </HomeworkFiles>
      {now.text === '' ? null : (
        <>
          <div class="work-fields">
            <Select
              id="due"
              label={words.lesson.due}
              disabled={isClosed}
              value={now.dueRule === 'pinned' ? (now.dueLessonId ?? 'next') : now.dueRule}
              onChange={(event) => {
                const { value } = event.currentTarget;
                if (value === 'next' || value === 'date') set({ dueRule: value });
                else set({ dueRule: 'pinned', dueLessonId: value });
              }}
            >
              <option value="next">{words.lesson.dueNext}</option>
              <option value="date">{words.lesson.dueDate}</option>
              {later.map(({ id, date, number }) => (
                <option key={id} value={id}>
                  {words.lesson.duePinned} {formats.day(date)}, {words.lesson.number(number)}
                </option>
              ))}
            </Select>
            <LineField
              id="homework-minutes"
              label={words.lesson.minutes}
              isNumber
              maxLength={3}
              isClosed={isClosed}
              value={now.minutes === null ? '' : String(now.minutes)}
              version={version}
              wrong={words.lesson.minutesWrong}
              onWrite={(typed, since) => {
                const minutes = wholeNumber(typed, 1, 600);
                if (minutes === null && typed.trim() !== '') return null;
                set({ minutes }, since);
                return minutes === null ? '' : String(minutes);
              }}
            />
          </div>
          {now.dueRule === 'date' ? (
            <LineField
              id="due-date"
              type="date"
              label={words.lesson.dueDay}
              min={lesson.date}
              isClosed={isClosed}
              value={now.dueDate ?? ''}
              version={version}
              wrong={words.lesson.dueDayWrong}
              onWrite={(dueDate, since) => {
                if (dueDate < lesson.date) return null;
                set({ dueDate }, since);
                return dueDate;
              }}
            />
          ) : null}
          <PublishFields
            words={words.lesson}
            zone={zone}
            publishAt={now.publishAt}
            isClosed={isClosed}
            onSet={(publishAt) => set({ publishAt })}
          />
          <p class="quiet">
            {dueDay === null
              ? words.lesson.dueUnknown
              : unbroken(words.lesson.dueOn(formats.weekdayAndDay(dueDay)))}
            {isLate ? ` · ${words.lesson.givenLate}` : ''}
          </p>
          {load === undefined ? null : (
            <p class="panel__warning" role="status">
              <Icon path={warning} size={18} />
              {unbroken(words.lesson.overload(formats.day(load.date), load.minutes, load.limit))}
            </p>
          )}
        </>
      )}
      <SaveWord journal={journal} place={keyOf.homework(place)} />
    </section>
  );
}

/** The day the homework is for: what the server bound, or the page's next lesson until it answers. */
function dueDayOf({ store }: Journal, lesson: PageLesson, now: Contents['homework']): string | null {
  if (now.dueRule === 'date') return now.dueDate;
  const { lessons } = store.model.peek();
  const bound = lessons.find(({ id }) => id === now.dueLessonId);
  if (bound) return bound.date;
  const after = lessons.slice(lessons.findIndex(({ id }) => id === lesson.id) + 1);
  return after.find(({ state }) => state === 'planned')?.date ?? null;
}

function nextDay({ store }: Journal, lesson: PageLesson): string {
  const { lessons } = store.model.peek();
  const next = lessons.find(({ date, state }) => date > lesson.date && state === 'planned');
  if (next) return next.date;
  const day = new Date(`${lesson.date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 7);
  return day.toISOString().slice(0, 10);
}

import { Icon } from '#web/ui/Icon.tsx';
import { paperclip } from '#web/ui/icons.ts';
import { unbroken } from '#web/typography.ts';
import type { Journal } from './journal.ts';

/** Topics and homework of the period, the right half of the paper journal. */
export function LessonTable({ journal }: { journal: Journal }) {
  const { store, words, uiWords, formats } = journal;
  void store.changes.value;
  const { lessons, facts } = store.model.value;
  return (
    <div class="lesson-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.lessons.date}</th>
            <th scope="col">{words.lessons.topic}</th>
            <th scope="col">{words.lessons.homework}</th>
          </tr>
        </thead>
        <tbody>
          {lessons.map((lesson) => {
            const record = store.contentAt('record', { lessonId: lesson.id });
            const homework = store.contentAt('homework', { lessonId: lesson.id });
            const isHeld = lesson.date <= facts.today && lesson.state === 'planned';
            return (
              <tr
                key={lesson.id}
                class={lesson.date === facts.today ? 'is-today' : ''}
                onClick={() => journal.open({ kind: 'lesson', lessonId: lesson.id })}
              >
                <th scope="row">
                  <button
                    type="button"
                    class="plain-button"
                    aria-label={words.lessons.open(formats.day(lesson.date))}
                  >
                    {formats.weekdayShort(lesson.date)}, {formats.day(lesson.date)}
                  </button>
                </th>
                <td>
                  {record?.topic ? (
                    unbroken(record.topic)
                  ) : (
                    <span class="quiet">
                      {lesson.state === 'cancelled'
                        ? words.grid.cancelled
                        : isHeld
                          ? words.lessons.noTopic
                          : ''}
                    </span>
                  )}
                </td>
                <td class="lesson-table__homework">
                  {homework?.text ? (
                    <>
                      {lesson.homework && lesson.homework.files.length > 0 ? (
                        <Icon path={paperclip} size={15} name={uiWords.hasFiles} />
                      ) : null}{' '}
                      {unbroken(homework.text)}
                    </>
                  ) : (
                    <span class="quiet">{isHeld ? words.lessons.noHomework : ''}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

import { Button } from '#web/ui/Button.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { columnLock } from '../grid/looks.ts';
import { keyOf } from '../queue/writes.ts';
import type { Journal } from '../page/journal.ts';
import { lockText } from '../page/names.ts';
import type { PageLesson } from '../../pages/contract.ts';
import { CopyLesson } from './CopyLesson.tsx';
import { HomeworkFields } from './HomeworkFields.tsx';
import { LessonAttendance } from './LessonAttendance.tsx';
import { SaveWord } from './SaveWord.tsx';
import { TextArea } from './TextArea.tsx';
import { WorkFields } from './WorkFields.tsx';

/** The lesson: topic, homework, who was there, its works. Everything saves itself. */
export function LessonPanel({ journal, lessonId }: { journal: Journal; lessonId: string }) {
  const { store, words, formats, close } = journal;
  const model = store.model.value;
  const lesson = model.lessons.find(({ id }) => id === lessonId);
  if (lesson === undefined) return null;
  const times = lesson.starts && lesson.ends ? formats.times(lesson.starts, lesson.ends) : null;
  const context = [formats.weekdayAndDay(lesson.date), words.lesson.number(lesson.number), times];
  const { subject } = model.facts.page;
  return (
    <Sheet
      id="lesson"
      isOpen
      title={subject.name}
      context={context.filter((part) => part !== null).join(', ')}
      onClose={close}
    >
      <LessonFields journal={journal} lesson={lesson} />
    </Sheet>
  );
}

function LessonFields({ journal, lesson }: { journal: Journal; lesson: PageLesson }) {
  const { store, acts, words } = journal;
  void store.changes.value;
  const model = store.model.value;
  const raw = columnLock(journal, lesson);
  // Topic and homework may be prepared ahead; a page without marks has both.
  const lock = raw === 'marks.notYetHeld' || raw === 'marks.noMarksHere' ? null : raw;
  const record = store.contentAt('record', { lessonId: lesson.id });
  const works = model.columns.filter((column) => column.lesson.id === lesson.id);
  const [first] = works;
  return (
    <div class="panel">
      {lock === null ? null : <p class="panel__lock">{lockText(words, lock, store)}</p>}
      <section class="panel__part">
        <TextArea
          id="topic"
          label={words.lesson.topic}
          hint={words.lesson.topicHint}
          rows={2}
          maxLength={500}
          isFocused={lock === null}
          isClosed={lock !== null}
          value={record?.topic ?? ''}
          version={store.known(keyOf.record({ lessonId: lesson.id }))?.version ?? 0}
          onWrite={(typed, since) => {
            const now = store.contentAt('record', { lessonId: lesson.id });
            const topic = typed.replaceAll(/\s+/gu, ' ').trim();
            const attendanceTaken = now?.attendanceTaken ?? false;
            acts.setRecord(lesson.id, { topic: topic || null, attendanceTaken }, since);
            return topic;
          }}
        />
        <SaveWord journal={journal} place={keyOf.record({ lessonId: lesson.id })} />
      </section>
      <HomeworkFields journal={journal} lesson={lesson} isClosed={lock !== null} />
      {lock === null ? <CopyLesson journal={journal} lesson={lesson} /> : null}
      <LessonAttendance
        journal={journal}
        lesson={lesson}
        isClosed={raw !== null && raw !== 'marks.noMarksHere'}
      />
      {model.hasMarks ? (
        <section class="panel__part">
          <h3>{words.lesson.works}</h3>
          {works.map(({ work }) => (
            <div key={work.id} class="panel__work">
              <WorkFields
                journal={journal}
                work={work}
                types={model.facts.workTypes}
                isClosed={lock !== null}
              />
              <SaveWord journal={journal} place={keyOf.work({ workId: work.id })} />
            </div>
          ))}
          {raw === null && first ? (
            <Button onClick={() => acts.addWork(first) ?? journal.say('tooManyWorks')}>
              {words.cell.addWork}
            </Button>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}

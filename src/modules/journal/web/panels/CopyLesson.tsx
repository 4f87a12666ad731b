import { useContext, useState } from 'preact/hooks';
import { call, Problem } from '#web/api.ts';
import { newId } from '#web/new-id.ts';
import { PageContext } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { className, parseClassName } from '#modules/roster/school-class/rules.ts';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { InlineSelect } from '#web/ui/staff/InlineSelect.tsx';
import type { CopyTargets } from '../../lesson-copy/contract.ts';
import { isBlank, suggestedLesson, type TargetLesson } from '../../lesson-copy/rules.ts';
import type { PageLesson } from '../../pages/contract.ts';
import type { Journal } from '../page/journal.ts';

type Chosen = Readonly<Record<string, string | undefined>>;

/** Topic and homework of the lesson once more in another class one teaches. */
export function CopyLesson({ journal, lesson }: { journal: Journal; lesson: PageLesson }) {
  const { store, schoolId, words, formats } = journal;
  const { language } = useContext(PageContext);
  void store.changes.value;
  const [targets, setTargets] = useState<CopyTargets | null>(null);
  const [chosen, setChosen] = useState<Chosen>({});
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  /** Takes back what was just copied; a toast would lie behind the open sheet. */
  const [undo, setUndo] = useState<readonly (() => Promise<void>)[]>([]);
  const record = store.contentAt('record', { lessonId: lesson.id });
  const homework = store.contentAt('homework', { lessonId: lesson.id });
  const topic = record?.topic ?? null;
  const text = homework?.text ?? '';
  if (topic === null && text === '') return null;

  const read = async () => {
    try {
      setTargets(
        await call('GET /api/schools/{schoolId}/lessons/{lessonId}/copy-targets', {
          params: { schoolId, lessonId: lesson.id },
        }),
      );
    } catch (error) {
      setFault(error);
    }
  };
  const lessons = (targets?.pages ?? []).flatMap((page) => {
    const found = page.lessons.find(({ id }) => id === chosen[page.id]);
    return found ? [{ page, lesson: found }] : [];
  });
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setFault(null);
    try {
      await work();
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  const copy = () =>
    act(async () => {
      const copied = { topic, text, minutes: homework?.minutes ?? null, from: lesson.id };
      const done: (() => Promise<void>)[] = [];
      try {
        for (const target of lessons) done.push(await copyInto(schoolId, target.lesson, copied));
        setChosen({});
      } finally {
        // What went through before a refusal can be taken back too.
        setUndo(done);
        await read();
      }
    });
  const takeBack = () =>
    act(async () => {
      for (const back of undo) await back();
      setUndo([]);
      await read();
    });
  return (
    <details
      class="panel__part copy-lesson"
      onToggle={(event) => {
        if (event.currentTarget.open && targets === null) void read();
      }}
    >
      <summary>{words.copy.title}</summary>
      {fault === null ? null : (
        <FaultNote>
          {problemText(language, fault instanceof Problem ? fault : { code: 'internal', facts: {} })}
        </FaultNote>
      )}
      {targets === null ? null : targets.pages.length === 0 ? (
        <p class="quiet">{words.copy.nowhere}</p>
      ) : (
        <>
          <ul>
            {targets.pages.map((page) => {
              const suggested = suggestedLesson(page, lesson.date);
              const lessonId = chosen[page.id];
              return (
                <li key={page.id}>
                  <label>
                    <input
                      type="checkbox"
                      checked={lessonId !== undefined}
                      onChange={(event) =>
                        setChosen({
                          ...chosen,
                          [page.id]: event.currentTarget.checked ? (suggested?.id ?? undefined) : undefined,
                        })
                      }
                    />
                    <span>
                      {groupOf(page.group)} <span class="quiet">{page.subject}</span>
                    </span>
                  </label>
                  <InlineSelect
                    name={words.copy.lessonOf(groupOf(page.group))}
                    value={lessonId ?? suggested?.id ?? ''}
                    onChoose={(id) => setChosen({ ...chosen, [page.id]: id })}
                  >
                    {page.lessons.map((one) => (
                      <option key={one.id} value={one.id}>
                        {formats.weekdayShort(one.date)} {formats.day(one.date)},{' '}
                        {words.lesson.number(one.number)}
                        {isBlank(one) ? '' : ` · ${words.copy.taken(one.topic ?? one.homework ?? '')}`}
                      </option>
                    ))}
                  </InlineSelect>
                </li>
              );
            })}
          </ul>
          {lessons.some((target) => !isBlank(target.lesson)) ? (
            <p class="quiet">{words.copy.replaces}</p>
          ) : null}
          <div class="copy-lesson__acts" aria-live="polite">
            <Button
              kind="primary"
              disabled={lessons.length === 0 || isBusy}
              onClick={() => {
                void copy();
              }}
            >
              {words.copy.act}
            </Button>
            {undo.length === 0 ? null : (
              <>
                <span>{words.copy.done(undo.length)}</span>
                <Button
                  disabled={isBusy}
                  onClick={() => {
                    void takeBack();
                  }}
                >
                  {words.copy.undo}
                </Button>
              </>
            )}
          </div>
        </>
      )}
    </details>
  );
}

type Copied = {
  readonly topic: string | null;
  readonly text: string;
  readonly minutes: number | null;
  /** The lesson whose files come along. */
  readonly from: string;
};

/** Writes the copy with the versions that were read; the answer takes it back in the same way. */
async function copyInto(
  schoolId: number,
  lesson: TargetLesson,
  copied: Copied,
): Promise<() => Promise<void>> {
  const params = { schoolId, lessonId: lesson.id };
  const writeRecord = async (topic: string | null, expected: number) =>
    call('PUT /api/schools/{schoolId}/lessons/{lessonId}/record', {
      params,
      body: { topic, attendanceTaken: lesson.attendanceTaken, expected },
      idempotencyKey: newId(),
    });
  const writeHomework = async (text: string, minutes: number | null, expected: number) =>
    call('PUT /api/schools/{schoolId}/lessons/{lessonId}/homework', {
      params,
      body: { text, minutes, dueRule: 'next', dueLessonId: null, dueDate: null, publishAt: null, expected },
      idempotencyKey: newId(),
    });
  const record = copied.topic === null ? null : await writeRecord(copied.topic, lesson.recordVersion);
  const homework =
    copied.text === '' ? null : await writeHomework(copied.text, copied.minutes, lesson.homeworkVersion);
  const files = homework
    ? await call('POST /api/schools/{schoolId}/lessons/{lessonId}/homework/file-copies', {
        params,
        body: { fromLessonId: copied.from },
        idempotencyKey: newId(),
      })
    : null;
  return async () => {
    for (const fileId of files?.copiedIds ?? []) {
      await call('PUT /api/schools/{schoolId}/lessons/{lessonId}/homework/files/{fileId}/removal', {
        params: { ...params, fileId },
        body: { isRemoved: true },
      });
    }
    if (record) await writeRecord(lesson.topic, record.version);
    if (homework) await writeHomework(lesson.homework ?? '', lesson.homeworkMinutes, homework.version);
  };
}

/** «7 «Б»» for a whole class, the name itself for a subgroup. */
function groupOf(name: string): string {
  const parsed = parseClassName(name);
  return parsed === null ? name : className(parsed);
}

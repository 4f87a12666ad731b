import { useEffect, useMemo, useState } from 'preact/hooks';
import { shortName } from '#modules/roster/person/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { goToSignIn, isSessionOver, useSession } from '#web/staff/session.ts';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { check } from '#web/ui/icons.ts';
import { EmptyNote, FaultNote } from '#web/ui/Notes.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { pageAddress } from '../addresses.ts';
import { classNames, groupName } from '../page/names.ts';
import { takeOverLeftQueues } from '../queue/queue.ts';
import { journalWords } from '../words.ts';
import { type ListedPage, type TodayLesson, byGrade, found, todayLessons } from './list-rules.ts';
import './list.css';

/** `/journal`: today's lessons, then every page this person may open. */
export function JournalList() {
  const words = useWords(journalWords);
  const formats = useFormats();
  const { pages, today, isFaulty, retry } = usePages();
  const [search, setSearch] = useState('');
  const [isAll, setAll] = useState(false);
  const { title } = words.list;
  const own = useMemo(() => (pages ?? []).filter(({ isOwn }) => isOwn), [pages]);
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (isFaulty)
    return <FaultNote action={<Button onClick={retry}>{words.retry}</Button>}>{words.pageFault}</FaultNote>;
  if (pages === null) return <div class="staff-waiting" aria-busy="true" />;
  if (pages.length === 0) return <EmptyNote title={words.list.empty} text={words.list.emptyText} />;
  const hasOthers = own.length > 0 && own.length < pages.length;
  const shown = found(hasOthers && !isAll ? own : pages, search);
  return (
    <div class="journal-list">
      <PageHeader
        title={words.list.title}
        context={`${formats.weekdayAndDay(today)} · ${words.list.count(shown.length)}`}
      />
      {own.length > 0 ? <Today lessons={todayLessons(pages)} /> : null}
      <div class="journal-list__find">
        <Field
          id="find-page"
          type="search"
          label={words.list.search}
          placeholder={words.list.searchHint}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        {hasOthers ? (
          <div class="segments" role="group" aria-label={words.list.whose}>
            <button type="button" aria-pressed={!isAll} onClick={() => setAll(false)}>
              {words.list.own}
            </button>
            <button type="button" aria-pressed={isAll} onClick={() => setAll(true)}>
              {words.list.all}
            </button>
          </div>
        ) : null}
      </div>
      {shown.length === 0 ? (
        <EmptyNote title={words.list.nothing} text={words.list.nothingText} />
      ) : (
        byGrade(shown).map((group) => (
          <section key={group.grade} class="journal-list__group">
            <h2>{group.grade === null ? words.list.otherGroups : words.list.grade(group.grade)}</h2>
            <ul class="page-cards">
              {group.pages.map((page) => (
                <PageCard key={page.id} page={page} />
              ))}
            </ul>
          </section>
        ))
      )}
    </div>
  );
}

function Today({ lessons }: { lessons: readonly TodayLesson[] }) {
  const words = useWords(journalWords);
  const formats = useFormats();
  return (
    <section class="today" aria-labelledby="today-title">
      <h2 id="today-title">{words.list.today}</h2>
      {lessons.length === 0 ? (
        <p class="quiet">{words.list.noLessonsToday}</p>
      ) : (
        <ol class="today__lessons">
          {lessons.map(({ page, lesson }) => (
            <li key={lesson.lessonId}>
              <a
                class={lesson.state === 'cancelled' ? 'today-lesson is-cancelled' : 'today-lesson'}
                href={pageAddress(page.schoolId, page.id)}
              >
                <span class="today-lesson__time">
                  <b>{lesson.number}</b>
                  {lesson.starts && lesson.ends ? formats.times(lesson.starts, lesson.ends) : ''}
                </span>
                <span class="today-lesson__text">
                  <b>{groupName(page)}</b>
                  <span>{page.subject}</span>
                  {lesson.state === 'cancelled' ? (
                    <i>{words.list.cancelled}</i>
                  ) : (
                    <Ticks page={page} lesson={lesson} />
                  )}
                </span>
              </a>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** What of the lesson is written already. */
function Ticks({ page, lesson }: TodayLesson) {
  const { list } = useWords(journalWords);
  const ticks: readonly (readonly [string, boolean])[] = [
    [list.attendance, lesson.attendanceTaken],
    [list.topic, lesson.hasTopic],
    [list.homework, lesson.hasHomework],
    ...(page.hasMarks ? [[list.marks, lesson.hasMarks] as const] : []),
  ];
  return (
    <span class="ticks">
      {ticks.map(([word, isDone]) => (
        <span key={word} class={isDone ? 'is-done' : ''}>
          {isDone ? (
            <Icon path={check} size={12} name={list.done} />
          ) : (
            <i role="img" aria-label={list.open} />
          )}
          {word}
        </span>
      ))}
    </span>
  );
}

function PageCard({ page }: { page: ListedPage }) {
  const words = useWords(journalWords);
  const isWholeClass = page.group.kind === 'class';
  const teachers = page.teachers.map((teacher) => shortName(teacher)).join(', ');
  return (
    <li>
      <a class="page-card" href={pageAddress(page.schoolId, page.id)}>
        {page.classes.length > 0 ? <b class="page-card__class">{classNames(page.classes)}</b> : null}
        <span class="page-card__text">
          <span>{page.subject}</span>
          <span class="quiet">
            {isWholeClass ? teachers : [page.group.name, teachers].filter(Boolean).join(' · ')}
          </span>
        </span>
        {page.unfilled > 0 ? <span class="page-card__debt">{words.list.unfilled(page.unfilled)}</span> : null}
      </a>
    </li>
  );
}

function usePages() {
  const { persons, account } = useSession();
  const [pages, setPages] = useState<readonly ListedPage[] | null>(null);
  const [today, setToday] = useState('');
  const [isFaulty, setFaulty] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const schools = new Set(persons.filter(({ roles }) => roles.length > 0).map(({ schoolId }) => schoolId));
    const read = async () => {
      const lists = await Promise.all(
        [...schools].map(async (schoolId) => {
          const list = await call('GET /api/schools/{schoolId}/journal-pages', {
            params: { schoolId },
            signal: leaving.signal,
          });
          return { today: list.today, pages: list.pages.map((page) => ({ ...page, schoolId })) };
        }),
      );
      setToday(lists[0]?.today ?? new Date().toISOString().slice(0, 10));
      setPages(lists.flatMap((list) => list.pages));
    };
    setFaulty(false);
    takeOverLeftQueues(account.id).catch(() => undefined);
    read().catch((error: unknown) => {
      if (leaving.signal.aborted) return;
      if (isSessionOver(error)) goToSignIn();
      else setFaulty(true);
    });
    return () => leaving.abort();
  }, [attempt, persons, account.id]);
  return { pages, today, isFaulty, retry: () => setAttempt(attempt + 1) };
}

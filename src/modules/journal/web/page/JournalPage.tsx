import { useLocation, useRoute } from 'preact-iso';
import { useContext, useEffect, useState } from 'preact/hooks';
import { Problem } from '#web/api.ts';
import { PageContext, useFormats, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { goToSignIn, isSessionOver, useSession } from '#web/staff/session.ts';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { uiWords } from '#web/ui/ui-words.ts';
import { queueOf, takeOverLeftQueues } from '../queue/queue.ts';
import { journalWords } from '../words.ts';
import { JournalSheet } from './JournalSheet.tsx';
import { type Journal, openJournal } from './journal.ts';
import { followPage, readPage } from './live.ts';
import './journal.css';

/** `/journal/:schoolId/:pageId`: one group × subject over a period. */
export function JournalPage() {
  const { params, query } = useRoute();
  const { route, path } = useLocation();
  const words = useWords(journalWords);
  const { language } = useContext(PageContext);
  const pageId = params['pageId'] ?? '';
  const { journal, fault, retry } = useJournal({
    schoolId: Number(params['schoolId']),
    pageId,
    ...(query['from'] && query['to'] ? { from: query['from'], to: query['to'] } : {}),
  });
  useLessonInReach(journal, query['on'] ?? null);
  if (fault !== null) {
    const why = fault instanceof Problem ? problemText(language, fault) : '';
    return (
      <FaultNote action={<Button onClick={retry}>{words.retry}</Button>}>
        {words.pageFault} {why}
      </FaultNote>
    );
  }
  if (journal === null) return <Skeleton />;
  return (
    <JournalSheet
      journal={journal}
      view={query['view'] ?? 'marks'}
      lessonId={query['lesson'] ?? null}
      hasCard={query['card'] !== undefined}
      onPeriod={(from, to) => route(`${path}?${new URLSearchParams({ ...query, from, to }).toString()}`)}
    />
  );
}

/** A link to a lesson of another period shows that period. */
function useLessonInReach(journal: Journal | null, on: string | null): void {
  const { query, path, route } = useLocation();
  useEffect(() => {
    if (journal === null || on === null) return;
    const { from, to, periods } = journal.store.model.peek().facts;
    if (on >= from && on <= to) return;
    const period = periods.find(
      ({ kind, startDate, endDate }) => kind !== 'year' && startDate <= on && on <= endDate,
    );
    if (!period || period.startDate === from) return;
    const shown = { ...query, from: period.startDate, to: period.endDate };
    route(`${path}?${new URLSearchParams(shown).toString()}`, true);
  }, [journal, on, path, query, route]);
}

type Wanted = {
  readonly schoolId: number;
  readonly pageId: string;
  readonly from?: string;
  readonly to?: string;
};

function useJournal({ schoolId, pageId, from, to }: Wanted) {
  const words = useWords(journalWords);
  const ui = useWords(uiWords);
  const formats = useFormats();
  const { account } = useSession();
  const [journal, setJournal] = useState<Journal | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const place = { schoolId, pageId };
    const range = from !== undefined && to !== undefined ? { from, to } : {};
    const leaving = new AbortController();
    let stop = () => {};
    const open = async () => {
      takeOverLeftQueues(account.id).catch(() => undefined);
      const queue = queueOf({ accountId: account.id, ...place });
      const page = await readPage(place, range, leaving.signal);
      const opened = openJournal(page, { ...place, words, uiWords: ui, formats, queue });
      queue.show({ from: page.from, to: page.to });
      const stopNews = followPage({
        ...place,
        subjectId: page.page.subject.id,
        store: opened.store,
        reread: () => {
          readPage(place, range, leaving.signal).then(opened.store.reread, () => undefined);
        },
      });
      const stopSaving = queue.saving.subscribe(({ state }) => {
        // What was typed is kept in the browser; after the sign-in it is sent.
        if (state === 'signedOut') goToSignIn();
      });
      stop = () => {
        stopNews();
        stopSaving();
        opened.store.close();
      };
      if (leaving.signal.aborted) stop();
      else setJournal(opened);
    };
    setFault(null);
    open().catch((error: unknown) => {
      if (leaving.signal.aborted) return;
      if (isSessionOver(error)) goToSignIn();
      else setFault(error);
    });
    return () => {
      leaving.abort();
      stop();
    };
  }, [schoolId, pageId, from, to, attempt, words, ui, formats, account.id]);
  const isCurrent = journal !== null && journal.pageId === pageId;
  return {
    journal: isCurrent ? journal : null,
    fault,
    retry: () => setAttempt(attempt + 1),
  };
}

/** The page's geometry while it is on its way. */
function Skeleton() {
  return (
    <div class="journal journal--waiting" aria-busy="true">
      <div class="waiting-title" />
      <div class="waiting-grid" />
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { useSession } from '#web/staff/session.ts';
import { markText } from '#web/ui/mark-names.ts';
import type { UiWords } from '#web/ui/ru.ts';
import type { MarkRevision } from '../../marks/contract.ts';
import type { Journal } from '../page/journal.ts';

type HistoryProps = {
  readonly journal: Journal;
  readonly workId: string;
  readonly studentId: string;
  readonly uiWords: UiWords;
};

/** Who set what and when, the newest first. */
export function CellHistory({ journal, workId, studentId, uiWords }: HistoryProps) {
  const { schoolId, pageId, words, formats, store } = journal;
  const zone = useSession().persons.find((person) => person.schoolId === schoolId)?.timeZone;
  const [revisions, setRevisions] = useState<readonly MarkRevision[] | 'fault' | null>(null);
  const { at } = store.queue.saving.value;
  useEffect(() => {
    const leaving = new AbortController();
    call('GET /api/schools/{schoolId}/journal-pages/{pageId}/marks/{workId}/{studentId}/revisions', {
      params: { schoolId, pageId, workId, studentId },
      signal: leaving.signal,
    }).then(
      (reply) => setRevisions(reply.revisions),
      () => {
        if (!leaving.signal.aborted) setRevisions('fault');
      },
    );
    return () => leaving.abort();
  }, [schoolId, pageId, workId, studentId, at]);
  const text = (value: string | null) => (value === null ? words.cell.nothing : markText(uiWords, value));
  return (
    <section class="panel__part">
      <h3>{words.cell.history}</h3>
      {revisions === 'fault' ? <p class="quiet">{words.cell.historyFault}</p> : null}
      {Array.isArray(revisions) && revisions.length === 0 ? (
        <p class="quiet">{words.cell.noHistory}</p>
      ) : null}
      {Array.isArray(revisions) ? (
        <ol class="history">
          {(revisions as readonly MarkRevision[]).map((revision) => (
            <li key={`${revision.attempt} ${revision.slot} ${revision.version}`}>
              <b>{words.cell.from(text(revision.oldValue), text(revision.newValue))}</b>
              <span class="quiet">
                {[
                  words.cell.reasonCodes[revision.reasonCode],
                  revision.reason,
                  revision.newComment === revision.oldComment ? null : revision.newComment,
                ]
                  .filter(Boolean)
                  .join('; ')}
              </span>
              <span class="quiet">
                {revision.authorName}, {formats.day(revision.at)}
                {zone === undefined ? '' : `, ${formats.time(revision.at, zone)}`}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}

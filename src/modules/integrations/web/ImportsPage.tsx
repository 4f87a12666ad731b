import { useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import type { ImportList } from '../uploads/contract.ts';
import { dayIn } from './day-in.ts';
import { importUndoOf, peopleImportOf, timetableImportOf } from './addresses.ts';
import { uploadWords } from './words.ts';
import './import.css';

/** `/import/:schoolId`: what can be loaded, and what was. */
export function ImportsPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const words = useWords(uploadWords);
  useEffect(() => {
    document.title = words.title;
  }, [words]);
  const { reply, fault, reread } = useRead(
    { schoolId, key: 'imports', follows: ['roster.rosterChanged', 'timetable.timetableChanged'] },
    (signal) => call('GET /api/schools/{schoolId}/imports', { params: { schoolId }, signal }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  const mayLists = reply.may.some((kind) => kind !== 'timetable');
  const mayTimetable = reply.may.includes('timetable');
  return (
    <div class="import">
      <PageHeader title={words.title}>
        {reply.imports.length === 0 ? null : <TableMenu schoolId={schoolId} name={words.history.title} />}
      </PageHeader>
      <div class="import-doors">
        {mayLists ? (
          <section aria-labelledby="import-lists">
            <h2 id="import-lists">{words.lists.title}</h2>
            <p class="quiet">{words.lists.about}</p>
            <ButtonLink kind="primary" href={peopleImportOf(schoolId)}>
              {words.lists.open}
            </ButtonLink>
          </section>
        ) : null}
        {mayTimetable ? (
          <section aria-labelledby="import-timetable">
            <h2 id="import-timetable">{words.timetable.title}</h2>
            <p class="quiet">{words.timetable.about}</p>
            <ButtonLink kind={mayLists ? 'secondary' : 'primary'} href={timetableImportOf(schoolId)}>
              {words.timetable.open}
            </ButtonLink>
          </section>
        ) : null}
      </div>
      <h2>{words.history.title}</h2>
      {reply.imports.length === 0 ? (
        <EmptyNote title={words.history.empty} text={words.history.emptyText} />
      ) : (
        <History schoolId={schoolId} list={reply} />
      )}
    </div>
  );
}

function History({ schoolId, list }: { schoolId: number; list: ImportList }) {
  const { history } = useWords(uploadWords);
  const formats = useFormats();
  return (
    <table class="staff-table staff-table--stacked import-table">
      <caption class="hidden-text">{history.title}</caption>
      <thead>
        <tr>
          <th scope="col">{history.columns.at}</th>
          <th scope="col">{history.columns.files}</th>
          <th scope="col">{history.columns.result}</th>
          <th scope="col">{history.columns.author}</th>
        </tr>
      </thead>
      <tbody>
        {list.imports.map(({ id, at, author, kind, files, counts, mayUndo, undone }) => (
          <tr key={id} class={undone === null ? undefined : 'import-table__undone'}>
            <td class="import-table__at">
              {formats.dayOfYear(dayIn(at, list.timeZone))}, {formats.time(at, list.timeZone)}
            </td>
            <th scope="row">{files.join(', ')}</th>
            <td>
              <span class="import-table__result">{history[kind](counts)}</span>
              {undone === null ? null : (
                <span class="import-table__fate">
                  {history.undone(
                    `${formats.dayOfYear(dayIn(undone.at, list.timeZone))}, ${formats.time(undone.at, list.timeZone)}`,
                    undone.author,
                  )}
                </span>
              )}
              {mayUndo ? (
                <ButtonLink href={importUndoOf(schoolId, id)} aria-label={history.undoOf(files.join(', '))}>
                  {history.undo}
                </ButtonLink>
              ) : null}
            </td>
            <td>{author ?? history.server}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

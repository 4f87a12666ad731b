import { useLocation, useRoute } from 'preact-iso';
import { useMemo, useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { plus, warning } from '#web/ui/icons.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import type { Load } from '../../load/contract.ts';
import { queryText } from '../addresses.ts';
import { rosterChanged } from '../news.ts';
import { DownloadMenu } from '../parts/DownloadMenu.tsx';
import { OfficeHead } from '../parts/OfficeHead.tsx';
import { officeWords } from '../words.ts';
import { AddPageSheet } from './AddPageSheet.tsx';
import { LoadFilters, type LoadView } from './LoadFilters.tsx';
import { LoadTable } from './LoadTable.tsx';
import { PageSheet } from './PageSheet.tsx';
import { bookOf, found, isWithout } from './views.ts';
import '../person/person.css';
import './load.css';

/** `/people/:schoolId/load`: who teaches what to whom this year. */
export function LoadPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const { reply, fault, reread } = useRead({ schoolId, key: 'load', follows: [rosterChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/load', { params: { schoolId }, signal }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return (
    <>
      {fault === null ? null : <PageFault fault={fault} retry={reread} />}
      <LoadOfYear schoolId={schoolId} load={reply} reread={reread} />
    </>
  );
}

type Props = { readonly schoolId: number; readonly load: Load; readonly reread: () => void };
/** What is open: a page, or the form of a new one. */
type Opened = { readonly kind: 'page'; readonly pageId: string } | { readonly kind: 'new' } | null;

function LoadOfYear({ schoolId, load, reread }: Props) {
  const { query } = useRoute();
  const { path, route } = useLocation();
  const { load: words } = useWords(officeWords);
  const formats = useFormats();
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<Opened>(null);
  const book = useMemo(() => bookOf(load), [load]);
  const view: LoadView = {
    byTeacher: query['view'] === 'teachers',
    classId: load.classes.find(({ id }) => id === query['class'])?.id ?? null,
    onlyWithout: query['without'] === 'true',
  };
  const show = (change: Partial<LoadView>) => {
    const next = { ...view, ...change };
    const address = {
      view: next.byTeacher ? 'teachers' : undefined,
      class: next.classId ?? undefined,
      without: next.onlyWithout,
    };
    route(`${path}${queryText(address)}`, true);
  };
  const lines = found(book, { ...view, search });
  const without = book.lines.filter(isWithout).length;
  const openedLine =
    opened?.kind === 'page' ? book.lines.find(({ page }) => page.id === opened.pageId) : null;
  const close = () => setOpened(null);
  const count = words.pages(book.lines.length);
  const mayAdd = load.mayWrite && load.year !== null && load.classes.length > 0;
  const add = mayAdd ? (
    <Button kind="primary" onClick={() => setOpened({ kind: 'new' })}>
      <Icon path={plus} size={18} />
      {words.add}
    </Button>
  ) : null;
  return (
    <div class="office load-page">
      <OfficeHead
        schoolId={schoolId}
        view="load"
        title={words.title}
        context={[
          load.year?.name,
          lines.length < book.lines.length
            ? words.found(formats.number(lines.length), book.lines.length)
            : count,
          formats.dayOfYear(book.day),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        {book.lines.length === 0 ? null : (
          <DownloadMenu
            address={`/api/schools/${schoolId}/load/export`}
            query={{ order: view.byTeacher ? 'teacher' : 'class' }}
          />
        )}
        {book.lines.length === 0 ? null : add}
      </OfficeHead>
      {without === 0 || view.onlyWithout ? null : (
        <div class="load-without no-print">
          <Icon path={warning} size={20} />
          <p>
            <b>{words.withoutTitle(without)}</b> {words.withoutText}
          </p>
          <Button
            kind="quiet"
            onClick={() => {
              setSearch('');
              show({ onlyWithout: true, classId: null });
            }}
          >
            {words.showWithout}
          </Button>
        </div>
      )}
      {book.lines.length === 0 ? null : (
        <LoadFilters load={load} view={view} show={show} search={search} setSearch={setSearch} />
      )}
      {lines.length > 0 ? (
        <LoadTable
          schoolId={schoolId}
          book={book}
          lines={lines}
          byTeacher={view.byTeacher}
          only={view.classId}
          open={(pageId) => setOpened({ kind: 'page', pageId })}
        />
      ) : book.lines.length > 0 ? (
        <EmptyNote
          title={words.nothing}
          text={words.nothingText}
          action={
            <Button
              onClick={() => {
                setSearch('');
                show({ classId: null, onlyWithout: false });
              }}
            >
              {words.reset}
            </Button>
          }
        />
      ) : load.year === null || load.classes.length === 0 ? (
        <EmptyNote title={words.noYear} text={words.noYearText} />
      ) : (
        <EmptyNote title={words.empty} text={load.mayWrite ? words.emptyText : null} action={add} />
      )}
      {opened?.kind === 'new' && mayAdd ? (
        <AddPageSheet
          schoolId={schoolId}
          book={book}
          classId={view.classId ?? ''}
          reread={reread}
          close={close}
          open={(pageId) => setOpened({ kind: 'page', pageId })}
        />
      ) : null}
      {openedLine ? (
        <PageSheet
          key={openedLine.page.id}
          schoolId={schoolId}
          book={book}
          line={openedLine}
          reread={reread}
          close={close}
        />
      ) : null}
    </div>
  );
}

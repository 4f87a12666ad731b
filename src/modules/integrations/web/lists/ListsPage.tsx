import { useRoute } from 'preact-iso';
import { useContext, useEffect, useState } from 'preact/hooks';
import { call, callFile, saveFile } from '#web/api.ts';
import { PageContext, useWords } from '#web/page-context.tsx';
import { goToSignIn, isSessionOver, schoolToday, useSession } from '#web/staff/session.ts';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { DateField } from '#web/ui/staff/DateField.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import type { ListsReply } from '../../uploads/contract.ts';
import { faultText } from '../fault-text.ts';
import { FilePicker, type PickedFile } from '../FilePicker.tsx';
import { uploadWords } from '../words.ts';
import { ColumnsChoice, type ChosenColumn } from './ColumnsChoice.tsx';
import { ListsOutcome } from './ListsOutcome.tsx';
import '../import.css';

const accepted = '.xlsx,.csv,.txt,text/csv';

/** `/import/:schoolId/people`: choose, look, load. */
export function ListsPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const words = useWords(uploadWords);
  const { language } = useContext(PageContext);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const [date, setDate] = useState(schoolToday(useSession(), schoolId));
  const [columns, setColumns] = useState<readonly ChosenColumn[]>([]);
  const [reply, setReply] = useState<ListsReply | null>(null);
  const [busy, setBusy] = useState<'reading' | 'writing' | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    document.title = words.lists.title;
  }, [words]);

  const lists = (given: {
    files?: readonly PickedFile[];
    date?: string;
    columns?: readonly ChosenColumn[];
  }) => ({
    files: [...(given.files ?? files)],
    date: given.date ?? date,
    columns: [...(given.columns ?? columns)],
  });
  const ask = async (
    body: ReturnType<typeof lists>,
    wish: { readonly agreed: string | null; readonly skipsBadRows: boolean },
  ) => {
    setBusy(wish.agreed === null ? 'reading' : 'writing');
    setFault(null);
    try {
      setReply(
        await call('POST /api/schools/{schoolId}/imports/lists', {
          params: { schoolId },
          body: { ...body, ...wish },
        }),
      );
    } catch (error) {
      if (isSessionOver(error)) goToSignIn();
      else setFault(error);
      if (wish.agreed === null) setReply(null);
    } finally {
      setBusy(null);
    }
  };
  const check = (given: Parameters<typeof lists>[0]) => {
    const body = lists(given);
    if (body.files.length > 0) void ask(body, { agreed: null, skipsBadRows: false });
  };
  const write = (skipsBadRows: boolean) => {
    if (reply) void ask(lists({}), { agreed: reply.fingerprint, skipsBadRows });
  };
  const downloadBad = async (kind: ListsReply['tables'][number]['kind']) => {
    try {
      saveFile(
        await callFile('POST /api/schools/{schoolId}/imports/lists/bad-rows', {
          params: { schoolId },
          body: { ...lists({}), kind, language },
        }),
      );
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <div class="import">
      <PageHeader title={words.lists.title} />
      <p class="quiet import__about">{words.lists.about}</p>
      <div class="import__source">
        <FilePicker
          accept={accepted}
          isMany
          files={files}
          onFiles={(picked) => {
            setFiles(picked);
            setColumns([]);
            check({ files: picked, columns: [] });
          }}
        />
        <DateField
          id="import-date"
          label={words.date}
          value={date}
          onDate={(chosen) => {
            setDate(chosen);
            check({ date: chosen });
          }}
        />
      </div>
      <div aria-live="polite">
        {busy === null ? null : <p class="import__busy">{words[busy]}</p>}
        {fault === null ? null : <FaultNote>{faultText(language, fault)}</FaultNote>}
      </div>
      {reply === null ? null : (
        <>
          <ListsOutcome
            schoolId={schoolId}
            reply={reply}
            isBusy={busy !== null}
            write={write}
            downloadBad={(kind) => {
              void downloadBad(kind);
            }}
          />
          {reply.state === 'written' ? (
            <Button
              onClick={() => {
                setFiles([]);
                setReply(null);
              }}
            >
              {words.anotherFile}
            </Button>
          ) : (
            <ColumnsChoice
              tables={reply.tables}
              choose={(chosen) => {
                const next = [
                  ...columns.filter(({ sheet, index }) => sheet !== chosen.sheet || index !== chosen.index),
                  chosen,
                ];
                setColumns(next);
                check({ columns: next });
              }}
            />
          )}
        </>
      )}
    </div>
  );
}

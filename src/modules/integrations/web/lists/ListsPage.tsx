import { useRoute } from 'preact-iso';
import { useContext, useEffect, useState } from 'preact/hooks';
import { call, callFile, saveFile } from '#web/api.ts';
import { PageContext, useWords } from '#web/page-context.tsx';
import { schoolToday, useSession } from '#web/staff/session.ts';
import { Button } from '#web/ui/Button.tsx';
import { DateField } from '#web/ui/staff/DateField.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import type { ListsReply } from '../../uploads/contract.ts';
import { FilePicker, type PickedFile } from '../FilePicker.tsx';
import { UploadState } from '../UploadState.tsx';
import { useUpload } from '../use-upload.ts';
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
  const { reply, busy, fault, ask: send, attempt, forget } = useUpload<ListsReply>();
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
  const ask = (
    body: ReturnType<typeof lists>,
    wish: { readonly agreed: string | null; readonly skipsBadRows: boolean },
  ) =>
    send(wish.agreed === null ? 'trial' : 'writing', () =>
      call('POST /api/schools/{schoolId}/imports/lists', {
        params: { schoolId },
        body: { ...body, ...wish },
      }),
    );
  const check = (given: Parameters<typeof lists>[0]) => {
    const body = lists(given);
    if (body.files.length > 0) void ask(body, { agreed: null, skipsBadRows: false });
  };
  const write = (skipsBadRows: boolean) => {
    if (reply) void ask(lists({}), { agreed: reply.fingerprint, skipsBadRows });
  };
  const downloadBad = (kind: ListsReply['tables'][number]['kind']) =>
    attempt(async () =>
      saveFile(
        await callFile('POST /api/schools/{schoolId}/imports/lists/bad-rows', {
          params: { schoolId },
          body: { ...lists({}), kind, language },
        }),
      ),
    );
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
      <UploadState busy={busy} fault={fault} />
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
                forget();
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

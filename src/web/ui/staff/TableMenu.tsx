import { useState } from 'preact/hooks';
import { callFile, saveFile } from '../../api.ts';
import { useWords } from '../../page-context.tsx';
import { useProblemText } from '../../staff/Fault.tsx';
import { showToast } from '../toasts.ts';
import { DownloadChoice } from './DownloadChoice.tsx';
import { formWords } from './form-words.ts';
import { tablesText, type TableText } from './table-text.ts';

type TableMenuProps = {
  readonly schoolId: number;
  /** Of the file: what the table is, of whom, when. */
  readonly name: string;
  /** Which table, where a page has several; tables of one head are one in the file. */
  readonly table?: string;
  /** What the file says, where the page says it in no table. */
  readonly read?: () => TableText | null;
};

/** The table of the page as a file, as it stands there. */
export function TableMenu({ schoolId, name, table = 'table', read }: TableMenuProps) {
  const words = useWords(formWords);
  const problemText = useProblemText();
  const [isSending, setSending] = useState(false);
  const save = async (format: 'xlsx' | 'csv') => {
    const shown =
      read === undefined
        ? tablesText(document.querySelectorAll<HTMLTableElement>(`.staff__page ${table}`))
        : read();
    if (shown === null) return showToast(words.noTable);
    setSending(true);
    try {
      const body = { name: name.slice(0, 120), format, ...shown };
      saveFile(await callFile('POST /api/schools/{schoolId}/table-files', { params: { schoolId }, body }));
    } catch (error) {
      showToast(problemText(error));
    } finally {
      setSending(false);
    }
  };
  const choose = (format: 'xlsx' | 'csv') => () => {
    save(format).catch(() => undefined);
  };
  return (
    <DownloadChoice isBusy={isSending}>
      <button type="button" onClick={choose('xlsx')}>
        {words.asExcel}
      </button>
      <button type="button" onClick={choose('csv')}>
        {words.asCsv}
      </button>
    </DownloadChoice>
  );
}

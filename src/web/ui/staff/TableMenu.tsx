import { useRef, useState } from 'preact/hooks';
import { callFile, saveFile } from '../../api.ts';
import { useWords } from '../../page-context.tsx';
import { useProblemText } from '../../staff/Fault.tsx';
import { Icon } from '../Icon.tsx';
import { download } from '../icons.ts';
import { showToast } from '../toasts.ts';
import { formWords } from './form-words.ts';
import { tableText } from './table-text.ts';

type TableMenuProps = {
  readonly schoolId: number;
  /** Of the file: what the table is, of whom, when. */
  readonly name: string;
  /** Which table, where a page has several. */
  readonly table?: string;
};

/** The table of the page as a file, as it stands there. */
export function TableMenu({ schoolId, name, table = 'table' }: TableMenuProps) {
  const words = useWords(formWords);
  const problemText = useProblemText();
  const menu = useRef<HTMLDetailsElement>(null);
  const [isSending, setSending] = useState(false);
  const save = async (format: 'xlsx' | 'csv') => {
    const shown = document.querySelector<HTMLTableElement>(`.staff__page ${table}`);
    menu.current?.removeAttribute('open');
    if (shown === null) return showToast(words.noTable);
    setSending(true);
    try {
      const body = { name: name.slice(0, 120), format, ...tableText(shown) };
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
    <details
      class="download no-print"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key === 'Escape') menu.current?.removeAttribute('open');
      }}
    >
      <summary class="button button--secondary" aria-busy={isSending}>
        <Icon path={download} size={18} />
        {words.download}
      </summary>
      <div class="download__choice">
        <button type="button" onClick={choose('xlsx')}>
          {words.asExcel}
        </button>
        <button type="button" onClick={choose('csv')}>
          {words.asCsv}
        </button>
      </div>
    </details>
  );
}

import { useContext, useState } from 'preact/hooks';
import { fileAt, Problem, saveFile } from '#web/api.ts';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { goToSignIn, isSessionOver } from '#web/staff/session.ts';
import { DownloadChoice } from '#web/ui/staff/DownloadChoice.tsx';
import { formWords } from '#web/ui/staff/form-words.ts';
import { showToast } from '#web/ui/toasts.ts';
import { queryText } from '../addresses.ts';

type DownloadMenuProps = {
  /** `/api/…/export` */
  readonly address: string;
  readonly query?: Readonly<Record<string, string | boolean | undefined>>;
};

/** The table of the page as a file, in the format one works with. */
export function DownloadMenu({ address, query = {} }: DownloadMenuProps) {
  const words = useWords(formWords);
  const { language } = useContext(PageContext);
  const link = (format: 'xlsx' | 'csv') => `${address}${queryText({ ...query, format, language })}`;
  const [isSending, setSending] = useState(false);
  // Fetched and not followed: the server may first ask who uses the session.
  const save = (format: 'xlsx' | 'csv') => (event: Event) => {
    event.preventDefault();
    setSending(true);
    fileAt(link(format))
      .then(saveFile)
      .catch((error: unknown) => {
        if (isSessionOver(error)) goToSignIn();
        else
          showToast(
            problemText(language, error instanceof Problem ? error : { code: 'internal', facts: {} }),
          );
      })
      .finally(() => setSending(false));
  };
  return (
    <DownloadChoice isBusy={isSending}>
      <a href={link('xlsx')} download onClick={save('xlsx')}>
        {words.asExcel}
      </a>
      <a href={link('csv')} download onClick={save('csv')}>
        {words.asCsv}
      </a>
    </DownloadChoice>
  );
}

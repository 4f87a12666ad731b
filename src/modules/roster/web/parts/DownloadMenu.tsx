import { useContext } from 'preact/hooks';
import { PageContext, useWords } from '#web/page-context.tsx';
import { DownloadChoice } from '#web/ui/staff/DownloadChoice.tsx';
import { formWords } from '#web/ui/staff/form-words.ts';
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
  return (
    <DownloadChoice>
      <a href={link('xlsx')} download>
        {words.asExcel}
      </a>
      <a href={link('csv')} download>
        {words.asCsv}
      </a>
    </DownloadChoice>
  );
}

import { useContext, useEffect, useRef } from 'preact/hooks';
import { PageContext, useWords } from '#web/page-context.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { download } from '#web/ui/icons.ts';
import { queryText } from '../addresses.ts';
import { officeWords } from '../words.ts';

type DownloadMenuProps = {
  /** `/api/…/export` */
  readonly address: string;
  readonly query?: Readonly<Record<string, string | boolean | undefined>>;
};

/** The table of the page as a file, in the format one works with. */
export function DownloadMenu({ address, query = {} }: DownloadMenuProps) {
  const words = useWords(officeWords);
  const { language } = useContext(PageContext);
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const leave = (event: Event) => {
      const isInside = event.target instanceof Node && menu.current?.contains(event.target) === true;
      if (!isInside) menu.current?.removeAttribute('open');
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, []);
  const link = (format: 'xlsx' | 'csv') => `${address}${queryText({ ...query, format, language })}`;
  const close = () => menu.current?.removeAttribute('open');
  return (
    <details
      class="download no-print"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        menu.current?.querySelector('summary')?.focus();
      }}
    >
      <summary class="button button--secondary">
        <Icon path={download} size={18} />
        {words.download}
      </summary>
      <div class="download__choice">
        <a href={link('xlsx')} download onClick={close}>
          {words.asExcel}
        </a>
        <a href={link('csv')} download onClick={close}>
          {words.asCsv}
        </a>
      </div>
    </details>
  );
}

import { useFormats } from '../page-context.tsx';
import { Icon } from './Icon.tsx';
import { paperclip } from './icons.ts';

export type ShownFile = {
  readonly href: string;
  readonly name: string;
  /** `pdf` */
  readonly kind: string;
  /** Bytes. */
  readonly size: number;
};

/** A file to be opened in a page of its own, or saved: «Лист.pdf PDF, 1,2 МБ». */
export function FileLink({ href, name, kind, size }: ShownFile) {
  const { fileSize } = useFormats();
  return (
    <span class="file-link">
      <Icon path={paperclip} size={16} />
      <span>
        <a href={href} target="_blank" rel="noopener">
          {name}
        </a>{' '}
        <span class="quiet">
          {kind.toUpperCase()}, {fileSize(size)}
        </span>
      </span>
    </span>
  );
}

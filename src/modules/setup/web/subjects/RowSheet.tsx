import type { ComponentChildren } from 'preact';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { setUpWords } from '../words.ts';
import type { useRow } from './use-row.ts';

type Props = {
  readonly id: string;
  readonly title: string;
  readonly row: Pick<ReturnType<typeof useRow>, 'fault' | 'isSending' | 'save'>;
  readonly close: () => void;
  readonly children: ComponentChildren;
};

/** The form of one line of a list in a sheet. */
export function RowSheet({ id, title, row, close, children }: Props) {
  const { subjects: words } = useWords(setUpWords);
  return (
    <Sheet
      id={id}
      isOpen
      title={title}
      onClose={close}
      actions={
        <Button kind="primary" disabled={row.isSending} onClick={row.save}>
          {words.save}
        </Button>
      }
    >
      <div class="sheet-form">
        {row.fault === null ? null : <FaultNote>{row.fault}</FaultNote>}
        {children}
      </div>
    </Sheet>
  );
}

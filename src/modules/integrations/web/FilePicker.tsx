import { useId, useState } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { uploadWords } from './words.ts';

/** A file as the API takes it. */
export type PickedFile = { readonly name: string; readonly content: string };

const largestBytes = 8 * 1024 * 1024;

type Props = {
  readonly accept: string;
  readonly isMany?: boolean;
  readonly files: readonly PickedFile[];
  readonly onFiles: (files: readonly PickedFile[]) => void;
};

/** Chosen by the button, or dropped on it. */
export function FilePicker({ accept, isMany = false, files, onFiles }: Props) {
  const words = useWords(uploadWords);
  const id = useId();
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const take = async (given: FileList | null) => {
    const list = [...(given ?? [])].slice(0, isMany ? 5 : 1);
    if (list.length === 0) return;
    const large = list.find(({ size }) => size > largestBytes);
    setTooLarge(large?.name ?? null);
    if (!large) onFiles(await Promise.all(list.map(read)));
  };
  return (
    <div
      class={`picker${isOver ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files ?? null);
      }}
    >
      <input
        id={id}
        class="picker__input"
        type="file"
        accept={accept}
        multiple={isMany}
        onChange={(event) => {
          const input = event.currentTarget;
          void take(input.files).finally(() => {
            // The same file, mended, can be chosen again.
            input.value = '';
          });
        }}
      />
      <label for={id} class="button button--secondary">
        {files.length > 0 ? words.anotherFile : isMany ? words.chooseMany : words.choose}
      </label>
      <span class="quiet">
        {files.length > 0 ? files.map(({ name }) => name).join(', ') : `${words.orDrop}. ${words.largest}`}
      </span>
      {tooLarge === null ? null : <FaultNote>{words.tooLarge(tooLarge)}</FaultNote>}
    </div>
  );
}

function read(file: File): Promise<PickedFile> {
  const { promise, resolve, reject } = Promise.withResolvers<PickedFile>();
  const reader = new FileReader();
  reader.addEventListener('load', () => {
    const [, content = ''] = String(reader.result).split(',');
    resolve({ name: file.name, content });
  });
  reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')));
  reader.readAsDataURL(file);
  return promise;
}

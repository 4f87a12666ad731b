import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { fileAddress } from '#modules/homework/files/rules.ts';
import { PageContext } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { Button } from '#web/ui/Button.tsx';
import { FileLink } from '#web/ui/FileLink.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import type { PageLesson } from '../../pages/contract.ts';
import type { Journal } from '../page/journal.ts';
import { type FileBox, fileBoxOf, type Sending } from './file-box.ts';

type Props = {
  readonly journal: Journal;
  readonly lesson: PageLesson;
  readonly isClosed: boolean;
  /** Writes a text where none stands: files belong to one. */
  readonly onNeedText: () => void;
  readonly hasText: boolean;
  /** The text: files may be dropped on it too. */
  readonly children: ComponentChildren;
};

const accepted =
  '.pdf,.jpg,.jpeg,.png,.webp,.gif,.docx,.xlsx,.pptx,.ppsx,.odt,.ods,.odp,.txt,.mp3,.m4a,image/jpeg,image/png,application/pdf';

/** The files of the homework: chosen or dropped here, on their way, attached, taken off and put back. */
export function HomeworkFiles({ journal, lesson, isClosed, onNeedText, hasText, children }: Props) {
  const { words, schoolId } = journal;
  const { language } = useContext(PageContext);
  const box = fileBoxOf(journal, lesson.id);
  const [isOver, setOver] = useState(false);
  const files = box.filesOf(lesson);
  const removed = box.removed.value.filter(({ id }) => files.every((file) => file.id !== id));
  const take = (list: FileList | null | undefined) => {
    if (!list || list.length === 0) return;
    // What is still being typed is written first.
    if (document.activeElement instanceof HTMLTextAreaElement) document.activeElement.blur();
    onNeedText();
    box.send(list);
  };
  return (
    <div
      class={`files${isOver ? ' is-over' : ''}`}
      onDragOver={(event) => {
        if (isClosed) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (isClosed) return;
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      {children}
      <ul class="files__list" aria-label={words.files.title}>
        {files.map((file) => (
          <li key={file.id}>
            <FileLink {...file} href={fileAddress(schoolId, file.id)} />
            {isClosed ? null : (
              <Button
                kind="quiet"
                aria-label={words.files.removeNamed(file.name)}
                onClick={() => {
                  void box.remove(file);
                }}
              >
                {words.files.remove}
              </Button>
            )}
          </li>
        ))}
        {box.sending.value.map((one) => (
          <SendingLine key={one.id} journal={journal} box={box} one={one} />
        ))}
        {removed.map((file) => (
          <li key={file.id}>
            <span class="quiet" role="status">
              {words.files.removed(file.name)}
            </span>
            <Button
              kind="quiet"
              onClick={() => {
                void box.putBack(file);
              }}
            >
              {words.files.putBack}
            </Button>
          </li>
        ))}
      </ul>
      {files.length > 0 && !hasText ? <p class="quiet">{words.files.noText}</p> : null}
      {box.problem.value === null ? null : <FaultNote>{problemText(language, box.problem.value)}</FaultNote>}
      {isClosed ? null : (
        <p class="files__choice">
          <input
            id="homework-files"
            class="files__input"
            type="file"
            multiple
            accept={accepted}
            onChange={(event) => {
              const input = event.currentTarget;
              take(input.files);
              // The same file, mended, can be chosen again.
              input.value = '';
            }}
          />
          <label for="homework-files" class="button button--secondary">
            {words.files.attach}
          </label>
          <span class="quiet files__hint">{words.files.hint}</span>
        </p>
      )}
    </div>
  );
}

type SendingProps = { readonly journal: Journal; readonly box: FileBox; readonly one: Sending };

function SendingLine({ journal: { words }, box, one: { id, name, part, problem } }: SendingProps) {
  const { language } = useContext(PageContext);
  if (problem !== null) {
    return (
      <li class="files__refused">
        <FaultNote>
          <b>{name}</b>
          <br />
          {problemText(language, problem)}
        </FaultNote>
        <div>
          {isWorthAgain(problem.status) ? (
            <Button onClick={() => box.sendAgain(id)}>{words.files.again}</Button>
          ) : null}
          <Button kind="quiet" onClick={() => box.drop(id)}>
            {words.files.putAway}
          </Button>
        </div>
      </li>
    );
  }
  return (
    <li>
      <span class="files__sending">
        <span>{name}</span>
        <progress max={100} value={Math.round(part * 100)} aria-label={words.files.sending(name)} />
      </span>
      <Button kind="quiet" aria-label={words.files.stopNamed(name)} onClick={() => box.drop(id)}>
        {words.files.stop}
      </Button>
    </li>
  );
}

/** The same file may be taken later: the network is back, there is room, another file was taken off. */
const isWorthAgain = (status: number) => status < 413 || status >= 500;

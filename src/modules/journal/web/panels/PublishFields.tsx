import { useState } from 'preact/hooks';
import { Select } from '#web/ui/Field.tsx';
import type { JournalWords } from '../ru.ts';
import { localTimeOf, momentOf } from './publish-time.ts';

type PublishProps = {
  readonly words: JournalWords['lesson'];
  /** Of the school. */
  readonly zone: string;
  /** Null = at once. */
  readonly publishAt: string | null;
  readonly isClosed: boolean;
  readonly onSet: (publishAt: string | null) => void;
};

/** Since when families see the homework: at once, or from a time of the school's clock on. */
export function PublishFields({ words, zone, publishAt, isClosed, onSet }: PublishProps) {
  // What families see already is no longer timed.
  const [isLater] = useState(() => publishAt !== null && Date.parse(publishAt) > Date.now());
  const [isTimed, setTimed] = useState(isLater);
  return (
    <div class="publish">
      <Select
        id="publish"
        label={words.publish}
        disabled={isClosed}
        value={isTimed ? 'at' : 'now'}
        onChange={(event) => {
          const wantsTime = event.currentTarget.value === 'at';
          setTimed(wantsTime);
          if (!wantsTime && publishAt !== null) onSet(null);
        }}
      >
        <option value="now">{words.publishNow}</option>
        <option value="at">{words.publishAt}</option>
      </Select>
      {isTimed ? (
        <div class="field">
          <label class="field__label" for="publish-time">
            {words.publishTime}
          </label>
          <div class="field__frame">
            <input
              id="publish-time"
              type="datetime-local"
              class="field__input"
              disabled={isClosed}
              value={publishAt === null ? '' : localTimeOf(publishAt, zone)}
              onChange={(event) => {
                const moment = momentOf(event.currentTarget.value, zone);
                if (moment !== null) onSet(moment);
              }}
            />
          </div>
        </div>
      ) : null}
    </div>
  );
}

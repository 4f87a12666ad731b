import { useState } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { download } from '#web/ui/icons.ts';
import { FaultNote } from '#web/ui/Notes.tsx';
import { changeText, rowFaultSentence, type Difference, type RosterFault } from '../../words/sentences.ts';
import { importWords } from '../../words/words.ts';
import type { ListsReply } from '../../uploads/contract.ts';
import { LineList } from '../LineList.tsx';
import { Written } from '../UploadState.tsx';
import { uploadWords } from '../words.ts';

type Props = {
  readonly schoolId: number;
  readonly reply: ListsReply;
  readonly isBusy: boolean;
  readonly write: (skipsBadRows: boolean) => void;
  readonly downloadBad: (kind: ListsReply['tables'][number]['kind']) => void;
};

/** What a file would change, what is wrong in it, and the way on. */
export function ListsOutcome({ schoolId, reply, isBusy, write, downloadBad }: Props) {
  const words = useWords(uploadWords);
  const { state, counts, faults, differences, tables } = reply;
  const errors = faults.filter(({ isError }) => isError);
  const remarks = faults.filter(({ isError }) => !isError);
  const badRows = new Set(errors.map(({ at }) => rowOf(at)));
  const isEmpty = differences.length === 0;
  const kindsWithErrors = tables.filter(({ sheet }) => errors.some(({ at }) => at.startsWith(`${sheet}!`)));
  if (state === 'written')
    return (
      <Written summary={words.summary(counts)}>
        <p class="quiet">{words.writtenNext}</p>
        <p class="import-done__next">
          <ButtonLink kind="primary" href="/access">
            {words.toAccess}
          </ButtonLink>
          <ButtonLink href={`/people/${schoolId}`}>{words.toPeople}</ButtonLink>
        </p>
      </Written>
    );
  return (
    <>
      <section class="import-sum" aria-label={words.differencesTitle}>
        {state === 'outdated' ? <FaultNote>{words.outdated}</FaultNote> : null}
        <p class="import-sum__line">
          {tables.map((table) => (
            <span key={`${table.sheet} ${table.kind}`}>
              <b>{words.kinds[table.kind]}</b>{' '}
              <span class="quiet">{words.tableOf(table.sheet, table.rows)}</span>
            </span>
          ))}
        </p>
        <p class="import-sum__line">
          {isEmpty ? words.nothing : words.summary(counts)}
          {counts.errors > 0 ? <b class="import-sum__errors">{words.errors(counts.errors)}</b> : null}
        </p>
        <div class="import__acts">
          {counts.errors === 0 && !isEmpty ? (
            <Button kind="primary" disabled={isBusy} onClick={() => write(false)}>
              {words.write}
            </Button>
          ) : null}
          {kindsWithErrors.map(({ kind }) => (
            <Button key={kind} kind="primary" disabled={isBusy} onClick={() => downloadBad(kind)}>
              <Icon path={download} size={18} />
              {words.badRows}
              {kindsWithErrors.length > 1 ? `: ${words.kinds[kind]}` : ''}
            </Button>
          ))}
          {counts.errors > 0 && !isEmpty ? (
            <Button disabled={isBusy} onClick={() => write(true)}>
              {words.writeWithout(badRows.size)}
            </Button>
          ) : null}
        </div>
      </section>
      <Faults title={words.errorsTitle} faults={errors} />
      <Differences differences={differences} />
      <Faults title={words.remarksTitle} faults={remarks} />
    </>
  );
}

/** «Ученики!D17» → «Ученики!17» */
const rowOf = (at: string) => at.replace(/![A-Z]+(\d+)$/u, '!$1');

const shownAtOnce = 50;

function Faults({ title, faults }: { title: string; faults: ListsReply['faults'] }) {
  const words = useWords(uploadWords);
  const imports = useWords(importWords);
  const [isWhole, setWhole] = useState(false);
  if (faults.length === 0) return null;
  const shown = isWhole ? faults : faults.slice(0, shownAtOnce);
  return (
    <section class="import-list" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {shown.map((fault) => (
          <li key={`${fault.at} ${fault.code} ${JSON.stringify(fault.facts)}`}>
            <b class="import-list__place">{fault.at}</b>
            <span>{rowFaultSentence(fault as RosterFault, imports)}</span>
          </li>
        ))}
      </ul>
      {shown.length < faults.length ? (
        <Button onClick={() => setWhole(true)}>{words.more(faults.length - shown.length)}</Button>
      ) : null}
    </section>
  );
}

function Differences({ differences }: { differences: ListsReply['differences'] }) {
  const words = useWords(uploadWords);
  const imports = useWords(importWords);
  const kinds = (['retired', 'changed', 'new'] as const).flatMap((kind) => {
    const own = differences.filter((one) => one.kind === kind);
    return own.length === 0 ? [] : [{ kind, own }];
  });
  return (
    <>
      {kinds.map(({ kind, own }) => (
        <LineList
          key={kind}
          title={words.differenceKinds[kind]}
          lines={own.map((one) => ({
            place: imports.differences[one.of],
            name: one.name,
            note: changeText(one as Difference, imports),
          }))}
        />
      ))}
    </>
  );
}

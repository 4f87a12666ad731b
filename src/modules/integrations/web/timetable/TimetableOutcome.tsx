import { useFormats, useWords } from '#web/page-context.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Select } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import { findingSentence, type Finding } from '../../words/sentences.ts';
import { importWords } from '../../words/words.ts';
import type { TimetableBody, TimetableReply } from '../../uploads/contract.ts';
import { Written } from '../UploadState.tsx';
import { uploadWords } from '../words.ts';

type Kind = 'classes' | 'subjects' | 'teachers';

const kindOf = {
  'match.class': 'classes',
  'match.subject': 'subjects',
  'match.teacher': 'teachers',
} as const satisfies Record<string, Kind>;

type Props = {
  readonly schoolId: number;
  readonly reply: TimetableReply;
  readonly map: TimetableBody['map'];
  readonly isBusy: boolean;
  readonly match: (kind: Kind, name: string, own: string) => void;
  readonly write: (skipsUnmatched: boolean) => void;
};

/** What a timetable would change, which names the school does not know, and the way on. */
export function TimetableOutcome({ schoolId, reply, map, isBusy, match, write }: Props) {
  const words = useWords(uploadWords);
  const imports = useWords(importWords);
  const formats = useFormats();
  const { state, counts, span, findings, pages, isTemplateNew } = reply;
  const remarks = findings.filter(({ code }) => !(code in kindOf));
  const isEmpty = !isTemplateNew && counts.added + counts.changed + counts.retired === 0;
  if (state === 'written')
    return (
      <Written summary={words.lessonSummary(counts)}>
        <p class="import-done__next">
          <ButtonLink kind="primary" href={`/timetable/${schoolId}`}>
            {words.toTimetable}
          </ButtonLink>
        </p>
      </Written>
    );
  return (
    <>
      <section class="import-sum" aria-label={words.differencesTitle}>
        {state === 'outdated' ? <FaultNote>{words.outdated}</FaultNote> : null}
        <p class="import-sum__line">
          <b>{words.span(formats.dayOfYear(span.from), formats.dayOfYear(span.to))}</b>
        </p>
        <p class="import-sum__line">
          {isEmpty ? words.nothing : words.lessonSummary(counts)}
          {counts.errors > 0 ? <b class="import-sum__errors">{words.errors(counts.errors)}</b> : null}
        </p>
        <div class="import__acts">
          {findings.length === 0 ? null : (
            <TableMenu
              schoolId={schoolId}
              name={words.remarksFile}
              read={() => ({
                columns: [words.remarksFile],
                rows: findings.map((finding) => [findingSentence(finding as Finding, imports)]),
              })}
            />
          )}
          {isEmpty ? null : (
            <Button
              kind={counts.errors === 0 ? 'primary' : 'secondary'}
              disabled={isBusy}
              onClick={() => write(counts.errors > 0)}
            >
              {counts.errors === 0 ? words.write : words.writeUnmatched}
            </Button>
          )}
        </div>
      </section>
      <Matching reply={reply} map={map} match={match} />
      {pages.length === 0 ? null : (
        <section class="import-list" aria-label={words.pagesTitle}>
          <h2>{words.pagesTitle}</h2>
          <table class="staff-table import-table import-table--numbers">
            <caption class="hidden-text">{words.pagesTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{words.pageColumns.name}</th>
                <th scope="col">{words.pageColumns.added}</th>
                <th scope="col">{words.pageColumns.changed}</th>
                <th scope="col">{words.pageColumns.retired}</th>
              </tr>
            </thead>
            <tbody>
              {pages.map(({ name, added, changed, retired }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{added === 0 ? '' : `+${added}`}</td>
                  <td>{changed === 0 ? '' : changed}</td>
                  <td>{retired === 0 ? '' : `−${retired}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {remarks.length === 0 ? null : (
        <section class="import-list" aria-label={words.remarksTitle}>
          <h2>{words.remarksTitle}</h2>
          <ul>
            {remarks.map((finding) => (
              <li key={`${finding.code} ${JSON.stringify(finding.facts)}`}>
                <span>{findingSentence(finding as Finding, imports)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Names of the file without a partner, each with a choice; those already given stay to be taken back. */
function Matching({ reply, map, match }: Pick<Props, 'reply' | 'map' | 'match'>) {
  const words = useWords(uploadWords);
  const missing = new Map<string, { code: keyof typeof kindOf; name: string; near: string }>();
  for (const { code, facts } of reply.findings) {
    if (!(code in kindOf)) continue;
    const name = String(facts['name'] ?? '');
    missing.set(`${code} ${name}`, {
      code: code as keyof typeof kindOf,
      name,
      near: String(facts['near'] ?? ''),
    });
  }
  for (const code of ['match.class', 'match.subject', 'match.teacher'] as const)
    for (const name of Object.keys(map[kindOf[code]]))
      if (!missing.has(`${code} ${name}`)) missing.set(`${code} ${name}`, { code, name, near: '' });
  if (missing.size === 0) return null;
  return (
    <section class="import-list" aria-label={words.matchTitle}>
      <h2>{words.matchTitle}</h2>
      <p class="quiet">{words.matchAbout}</p>
      <div class="import-match">
        {[...missing].map(([key, { code, name }]) => (
          <Select
            key={key}
            id={`match-${key}`}
            label={`${words.matchKinds[code]} «${name}»`}
            value={map[kindOf[code]][name] ?? ''}
            onChange={(event) => match(kindOf[code], name, event.currentTarget.value)}
          >
            <option value="">{words.noMatch}</option>
            {reply.names[kindOf[code]].map((own) => (
              <option key={own} value={own}>
                {own}
              </option>
            ))}
          </Select>
        ))}
      </div>
    </section>
  );
}

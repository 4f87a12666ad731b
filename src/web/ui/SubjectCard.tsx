import type { ComponentChildren } from 'preact';
import { MarkChip } from './MarkChip.tsx';
import { MarkStrip, type StripMark } from './MarkStrip.tsx';
import { useWords } from '../page-context.tsx';
import { uiWords } from './ui-words.ts';

type SubjectCardProps = {
  readonly subject: string;
  /** Already in words: «3,50»; null while there is none. */
  readonly average: string | null;
  /** How it is reckoned or where it moves: «выше, чем в октябре». */
  readonly note?: string | null;
  readonly marks: readonly StripMark[];
  readonly periodMark?: { readonly value: string; readonly name: string } | null;
  readonly href?: string;
};

/** A subject with all its marks of a period: a card on a phone, a line of a table on a wide screen. */
export function SubjectCard({ subject, average, note, marks, periodMark, href }: SubjectCardProps) {
  const words = useWords(uiWords);
  return (
    <li class="subject">
      <h2 class="subject__name">{href === undefined ? subject : <a href={href}>{subject}</a>}</h2>
      <p class="subject__average">
        {average === null ? null : (
          <>
            <span class="hidden-text">{words.average} </span>
            {average}
          </>
        )}
      </p>
      <div class="subject__period">
        {periodMark ? (
          <>
            <span class="hidden-text">{periodMark.name}: </span>
            <MarkChip value={periodMark.value} size="large" />
          </>
        ) : null}
      </div>
      <div class="subject__marks">
        <MarkStrip marks={marks} />
        {note ? <p class="quiet">{note}</p> : null}
      </div>
    </li>
  );
}

/** The list around `SubjectCard`s; `headings` are shown where it looks like a table. */
export function SubjectList({
  headings,
  children,
}: {
  headings: { subject: string; marks: string; average: string; period: string };
  children: ComponentChildren;
}) {
  return (
    <div class="subjects">
      <div class="subjects__headings" aria-hidden="true">
        <span>{headings.subject}</span>
        <span>{headings.marks}</span>
        <span>{headings.average}</span>
        <span>{headings.period}</span>
      </div>
      <ul>{children}</ul>
    </div>
  );
}

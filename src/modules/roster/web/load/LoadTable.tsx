import { fullName, shortName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { classAddress, personAddress } from '../addresses.ts';
import { officeWords } from '../words.ts';
import { useLineWords } from './line-words.ts';
import { byClass, byTeacher, hoursOf, type LoadBook, type LoadLine, type LoadSection } from './views.ts';

type Props = {
  readonly schoolId: number;
  readonly book: LoadBook;
  readonly lines: readonly LoadLine[];
  readonly byTeacher: boolean;
  /** One class alone. */
  readonly only: string | null;
  readonly open: (pageId: string) => void;
};

/** One table; each class, or each teacher, is a group of rows with its own head. */
export function LoadTable({ schoolId, book, lines, byTeacher: isByTeacher, only, open }: Props) {
  const { load: words } = useWords(officeWords);
  const lineWords = useLineWords();
  const sections = isByTeacher
    ? byTeacher(book, lines, { without: words.without, nameOf: fullName })
    : byClass(book, lines).filter(({ key }) => only === null || key === only);
  const head = isByTeacher
    ? [words.columns.class, words.columns.subject, words.columns.hours]
    : [words.columns.hours, words.columns.subject, words.columns.teacher];
  return (
    <table class={`staff-table load-table${isByTeacher ? ' load-table--teachers' : ''}`}>
      <caption class="hidden-text">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col" class="gutter">
            {head[0]}
          </th>
          <th scope="col">{head[1]}</th>
          <th scope="col" class={isByTeacher ? 'number' : ''}>
            {head[2]}
          </th>
        </tr>
      </thead>
      {sections.map((section) => (
        <tbody key={section.key}>
          <tr class="load-table__head">
            <th scope="colgroup" colSpan={3}>
              <span class="load-table__title">
                <SectionTitle schoolId={schoolId} section={section} isByTeacher={isByTeacher} />
                <span class="quiet">
                  {isByTeacher ? lineWords.hours(hoursOf(section)) : words.classPages(section.lines.length)}
                </span>
              </span>
            </th>
          </tr>
          {section.lines.map((line) => (
            <Line
              key={line.page.id}
              book={book}
              line={line}
              section={section}
              isByTeacher={isByTeacher}
              open={open}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

type TitleProps = {
  readonly schoolId: number;
  readonly section: LoadSection;
  readonly isByTeacher: boolean;
};

function SectionTitle({ schoolId, section, isByTeacher }: TitleProps) {
  const { key, title, about, staffId } = section;
  if (isByTeacher && staffId === null) return <b>{title}</b>;
  return (
    <span>
      <a href={staffId === null ? classAddress(schoolId, key) : personAddress(schoolId, staffId)}>{title}</a>
      {about === null ? null : <span class="quiet load-table__about">{about}</span>}
    </span>
  );
}

type LineProps = Pick<Props, 'book' | 'open'> & {
  readonly line: LoadLine;
  readonly section: LoadSection;
  readonly isByTeacher: boolean;
};

function Line({ book, line, section, isByTeacher, open }: LineProps) {
  const { load: words } = useWords(officeWords);
  const lineWords = useLineWords();
  const { page, subject, place, part } = line;
  const also = isByTeacher || place === section.title ? part : lineWords.place(line);
  return (
    <tr>
      <td class="gutter">{isByTeacher ? place : lineWords.figure(page.hoursTenths)}</td>
      <th scope="row">
        <button
          type="button"
          class="load-table__open"
          aria-label={words.openPage(subject, lineWords.place(line))}
          onClick={() => open(page.id)}
        >
          {subject}
          {also === null ? null : <span class="quiet">{also}</span>}
        </button>
        {isByTeacher ? <Changes book={book} line={line} except={section.staffId} /> : null}
      </th>
      {isByTeacher ? (
        <td class="number">{lineWords.figure(page.hoursTenths)}</td>
      ) : (
        <td>
          <Teacher book={book} line={line} />
          <Changes book={book} line={line} except={null} />
        </td>
      )}
    </tr>
  );
}

function Teacher({ book, line }: Pick<LineProps, 'book' | 'line'>) {
  const { load: words } = useWords(officeWords);
  const one = line.now === null ? undefined : book.staff.get(line.now.staffId);
  return one === undefined ? (
    <span class="tag tag--cancellation">{words.noTeacher}</span>
  ) : (
    <span>{shortName(one)}</span>
  );
}

/** What comes: a last day, and who follows. */
function Changes({
  book,
  line,
  except,
}: Pick<LineProps, 'book' | 'line'> & { readonly except: string | null }) {
  const { load: words } = useWords(officeWords);
  const formats = useFormats();
  const { now, next } = line;
  const one = next === null ? undefined : book.staff.get(next.staffId);
  const parts = [
    now === null || now.endDate === null || (next !== null && next.staffId !== except)
      ? null
      : words.leaves(formats.day(now.endDate)),
    next === null || one === undefined
      ? null
      : next.staffId === except
        ? words.since(formats.day(next.startDate))
        : words.comes(formats.day(next.startDate), shortName(one)),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <span class="load-table__changes">{parts.join(', ')}</span>;
}

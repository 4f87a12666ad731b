import { useWords } from '#web/page-context.tsx';
import { type Days, lessonsOf, type ListOf } from '../addresses.ts';
import { controlWords } from '../words.ts';
import { type Counts, filledPercent } from './completeness-rules.ts';

export type CountLine = Counts & {
  readonly id: string;
  readonly name: string;
  /** Whose lessons they are, in an address. */
  readonly list: ListOf;
};

type CountTableProps = {
  readonly schoolId: number;
  readonly days: Days;
  readonly isByClass: boolean;
  readonly hasMarks: boolean;
  readonly lines: readonly CountLine[];
  readonly total: Counts;
};

type Column = {
  readonly field: keyof Counts;
  readonly lack: ListOf['lack'];
};

const columns: readonly Column[] = [
  { field: 'lessons', lack: undefined },
  { field: 'noTopic', lack: 'topic' },
  { field: 'noAttendance', lack: 'attendance' },
  { field: 'noHomework', lack: 'homework' },
  { field: 'fewMarks', lack: 'marks' },
];

/** One line per teacher or class; each number is the way to what it counts. On a phone each line is a card. */
export function CountTable({ schoolId, days, isByClass, hasMarks, lines, total }: CountTableProps) {
  const { completeness: words } = useWords(controlWords);
  const shown = columns.filter(({ field }) => hasMarks || field !== 'fewMarks');
  const cells = (counts: Counts, name: string, list: ListOf) =>
    shown.map(({ field, lack }) => (
      <td key={field} class={counts[field] === 0 ? 'count is-none' : `count count--${field}`}>
        {counts[field] === 0 ? (
          <span aria-hidden="true">—</span>
        ) : (
          <a
            href={lessonsOf(schoolId, { ...days, ...list, lack })}
            aria-label={`${name}: ${words.columns[field]}, ${counts[field]}`}
          >
            <span class="count__word">{words.columns[field]}</span>
            {counts[field]}
          </a>
        )}
      </td>
    ));
  return (
    <table class="count-table">
      <caption class="hidden-text">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{isByClass ? words.class : words.teacher}</th>
          <th scope="col" class="count">
            {words.filledColumn}
          </th>
          {shown.map(({ field }) => (
            <th key={field} scope="col" class="count">
              {words.columns[field]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">{line.name}</th>
            <Share counts={line} />
            {cells(line, line.name, line.list)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <Share counts={total} />
          {cells(total, words.total, {})}
        </tr>
      </tfoot>
    </table>
  );
}

function Share({ counts }: { counts: Counts }) {
  const percent = filledPercent(counts) ?? 100;
  return (
    <td class="count count--share">
      <span class="share">
        {/* A bar of ten: the number beside it says the same. */}
        <svg class="share__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <rect class="share__all" width="100" height="6" />
          <rect class="share__done" width={percent} height="6" />
        </svg>
        {percent} %
      </span>
    </td>
  );
}

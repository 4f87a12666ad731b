import type { Formats } from '#web/formats.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { InlineSelect } from '#web/ui/staff/InlineSelect.tsx';
import { fieldWord } from '../../words/sentences.ts';
import { importWords } from '../../words/words.ts';
import type { ListsReply } from '../../uploads/contract.ts';
import { uploadWords } from '../words.ts';

export type ChosenColumn = { readonly sheet: string; readonly index: number; readonly field: string | null };

type Props = {
  readonly tables: ListsReply['tables'];
  readonly choose: (column: ChosenColumn) => void;
};

/** What each column was taken for, with what stands in it; a person may say otherwise. */
export function ColumnsChoice({ tables, choose }: Props) {
  const words = useWords(uploadWords);
  const imports = useWords(importWords);
  const formats = useFormats();
  return (
    <section class="import-columns" aria-labelledby="import-columns">
      <h2 id="import-columns">{words.columnsTitle}</h2>
      <p class="quiet">{words.columnsAbout}</p>
      {tables.map((table) => (
        <details key={`${table.sheet} ${table.kind}`}>
          <summary>
            {words.kinds[table.kind]} <span class="quiet">{words.tableOf(table.sheet, table.rows)}</span>
          </summary>
          <ul>
            {table.columns.map(({ index, letter, title, field, samples }) => (
              <li key={index}>
                <label>
                  <b>{words.column(letter, title)}</b>
                  <InlineSelect
                    value={field ?? ''}
                    onChoose={(chosen) => choose({ sheet: table.sheet, index, field: chosen || null })}
                  >
                    <option value="">{words.notLoaded}</option>
                    {table.fields.map((one) => (
                      <option key={one} value={one}>
                        {fieldWord(one, imports)}
                      </option>
                    ))}
                  </InlineSelect>
                </label>
                <span class="quiet">{samples.map((text) => sampleText(text, formats)).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

/** Dates of a workbook are shown as people write them. */
const sampleText = (text: string, formats: Formats) =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) ? formats.dayInFigures(text) : text;

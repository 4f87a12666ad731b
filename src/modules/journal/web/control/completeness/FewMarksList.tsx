import { useWords } from '#web/page-context.tsx';
import type { FewMarks } from '../../../completeness/contract.ts';
import { pageAddress } from '../../addresses.ts';
import { groupName } from '../../page/names.ts';
import { queryText } from '../addresses.ts';
import { controlWords } from '../words.ts';

export function FewMarksList({ schoolId, list }: { schoolId: number; list: FewMarks }) {
  const { completeness: words } = useWords(controlWords);
  return (
    <div class="few-pages">
      {list.pages.map((page) => (
        <section key={page.pageId} class="few-page">
          <h2>
            <a href={`${pageAddress(schoolId, page.pageId)}${queryText({ from: list.from, to: list.to })}`}>
              {groupName(page)} · {page.subject}
            </a>
          </h2>
          <p class="quiet">{words.minimum(page.minimum)}</p>
          <ul>
            {page.students.map(({ id, lastName, firstName, marks }) => (
              <li key={id}>
                {lastName} {firstName} <b>{words.marksOf(marks, page.minimum)}</b>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

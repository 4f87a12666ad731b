import { useLocation, useRoute } from 'preact-iso';
import { useMemo, useState } from 'preact/hooks';
import { schoolYearOf } from '#modules/organisation/federal-frame/rules.ts';
import { call } from '#web/api.ts';
import { newId } from '#web/new-id.ts';
import type { Formats } from '#web/formats.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { plus } from '#web/ui/icons.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { InlineSelect } from '#web/ui/staff/InlineSelect.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import type { TableText } from '#web/ui/staff/table-text.ts';
import type { YearDraft, Years } from '#modules/organisation/years/contract.ts';
import { proposedYear } from '#modules/organisation/years/rules.ts';
import { frameChanged } from '../news.ts';
import { SetUpHead } from '../SetUpHead.tsx';
import type { SetUpWords } from '../ru.ts';
import { setUpWords } from '../words.ts';
import { YearForm } from './YearForm.tsx';

/** `/school/:schoolId/year`: the days of a school year, its grading periods and breaks. */
export function YearPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const { reply, fault, reread } = useRead({ schoolId, key: 'years', follows: [frameChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/years', { params: { schoolId }, signal }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return (
    <>
      {fault === null ? null : <PageFault fault={fault} retry={reread} />}
      <YearOf schoolId={schoolId} reply={reply} reread={reread} />
    </>
  );
}

type Props = { readonly schoolId: number; readonly reply: Years; readonly reread: () => void };

function YearOf({ schoolId, reply, reread }: Props) {
  const { year: words, ...common } = useWords(setUpWords);
  const formats = useFormats();
  const { path, route } = useLocation();
  const asked = useRoute().query['year'];
  const { today, years, mayWrite } = reply;
  const current = years.find(({ startDate, endDate }) => startDate <= today && today <= endDate);
  const chosen =
    years.find(({ id }) => id === asked) ?? (asked === 'new' ? null : (current ?? years[0] ?? null));
  const [newYear] = useState(newId);
  const proposed = useMemo(() => proposedYear(nextStart(years, today), newId), [years, today]);
  const isNew = chosen === null && mayWrite && (asked === 'new' || years.length === 0);
  const draft: YearDraft | null = chosen ?? (isNew ? proposed : null);
  const add = (
    <Button onClick={() => route(`${path}?year=new`)}>
      <Icon path={plus} size={18} />
      {words.add}
    </Button>
  );
  return (
    <div class="set-up">
      <SetUpHead
        schoolId={schoolId}
        view="year"
        title={chosen ? words.title(chosen.name) : words.newTitle}
        context={mayWrite ? null : common.readOnly}
      >
        {years.length > 1 && chosen ? (
          <InlineSelect name={words.choose} value={chosen.id} onChoose={(id) => route(`${path}?year=${id}`)}>
            {years.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </InlineSelect>
        ) : null}
        {chosen ? (
          <TableMenu
            schoolId={schoolId}
            name={words.title(chosen.name)}
            read={() => yearTable(chosen, words, formats)}
          />
        ) : null}
        {mayWrite && chosen ? add : null}
      </SetUpHead>
      {draft === null ? (
        <EmptyNote
          title={words.empty}
          text={mayWrite ? words.emptyText : null}
          action={mayWrite ? add : null}
        />
      ) : (
        <YearForm
          key={chosen?.id ?? newYear}
          schoolId={schoolId}
          yearId={chosen?.id ?? newYear}
          version={chosen?.version ?? 0}
          standing={{
            startDate: draft.startDate,
            endDate: draft.endDate,
            schemes: draft.schemes,
            breaks: draft.breaks,
          }}
          mayWrite={mayWrite}
          saved={() => {
            if (chosen === null) route(`${path}?year=${newYear}`, true);
            reread();
          }}
        />
      )}
    </div>
  );
}

/** Periods and breaks as they are saved: what, for whom, from, to. */
function yearTable(year: YearDraft, words: SetUpWords['year'], formats: Formats): TableText {
  const day = formats.dayInFigures;
  const periods = year.schemes.flatMap(({ kind, grades, periods: spans }) =>
    spans.map(({ startDate, endDate }, at) => [
      words.periods[kind](at + 1),
      grades.join(', '),
      day(startDate),
      day(endDate),
    ]),
  );
  const breaks = year.breaks.map(({ name, grades, startDate, endDate }) => [
    name,
    grades === null ? words.wholeSchool : grades.join(', '),
    day(startDate),
    day(endDate),
  ]);
  return {
    columns: [words.period, words.gradesOf, words.from, words.to],
    rows: [...periods, ...breaks],
  };
}

/** The year after the last one that is there; with none, the one of today. */
function nextStart(years: Years['years'], today: string): number {
  const last = Math.max(...years.map(({ startDate }) => Number(startDate.slice(0, 4))));
  return years.length === 0 ? schoolYearOf(today) : last + 1;
}

import { useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { Button } from '#web/ui/Button.tsx';
import { Select } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { MarkScale, MarkScales, ScalePage } from '../../scales/contract.ts';
import { setUpWords } from '../words.ts';

type Props = {
  readonly schoolId: number;
  readonly scale: MarkScale;
  readonly scales: readonly MarkScale[];
  readonly subjects: MarkScales['subjects'];
  readonly reread: () => void;
  readonly close: () => void;
};

const grades = Array.from({ length: 11 }, (_, at) => at + 1);

/** Which journals have a scale: those of a subject in some grades go over to it, if their marks fit. */
export function ScalePages(props: Props) {
  const { schoolId, scale, scales, subjects, reread, close } = props;
  const { scales: words } = useWords(setUpWords);
  const problemText = useProblemText();
  const [subjectId, setSubject] = useState(subjects[0]?.id ?? '');
  const [from, setFrom] = useState(5);
  const [to, setTo] = useState(11);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const asked = { subjectId, fromGrade: Math.min(from, to), toGrade: Math.max(from, to) };
  const { reply, fault } = useRead({ schoolId, key: JSON.stringify(asked), follows: [] }, (signal) =>
    call('POST /api/schools/{schoolId}/mark-scales/{scaleId}/pages/preview', {
      params: { schoolId, scaleId: scale.id },
      body: asked,
      signal,
    }),
  );
  const pages = reply?.pages ?? [];
  const isFit = (page: ScalePage) => page.scaleId !== scale.id && page.unfit.length === 0;
  const chosen = pages.filter((page) => isFit(page) && !left.has(page.pageId)).map(({ pageId }) => pageId);
  const give = (scaleId: string, pageIds: string[]) =>
    call('PUT /api/schools/{schoolId}/mark-scales/{scaleId}/pages', {
      params: { schoolId, scaleId },
      body: { pageIds },
    });
  const undo = async (moved: readonly { readonly pageId: string; readonly scaleId: string }[]) => {
    try {
      for (const [before, of] of Map.groupBy(moved, (page) => page.scaleId)) {
        await give(
          before,
          of.map(({ pageId }) => pageId),
        );
      }
      reread();
    } catch (error) {
      showToast(problemText(error));
    }
  };
  const write = async () => {
    setSending(true);
    setRefusal(null);
    try {
      const { moved } = await give(scale.id, chosen);
      showToast(words.given(moved.length), () => {
        undo(moved).catch(() => undefined);
      });
      reread();
      close();
    } catch (error) {
      setSending(false);
      setRefusal(problemText(error));
    }
  };
  const gradeSelect = (given: { id: string; label: string; value: number; choose: (to: number) => void }) => (
    <Select
      id={given.id}
      label={given.label}
      value={String(given.value)}
      onChange={(event) => given.choose(Number(event.currentTarget.value))}
    >
      {grades.map((grade) => (
        <option key={grade} value={String(grade)}>
          {grade}
        </option>
      ))}
    </Select>
  );
  return (
    <Sheet
      id="scale-pages"
      isOpen
      title={words.pagesTitle(scale.name)}
      onClose={close}
      actions={
        <Button
          kind="primary"
          disabled={isSending || chosen.length === 0}
          onClick={() => {
            write().catch(() => undefined);
          }}
        >
          {words.give(chosen.length)}
        </Button>
      }
    >
      <div class="sheet-form">
        {refusal === null ? null : <FaultNote>{refusal}</FaultNote>}
        <Select
          id="scale-subject"
          label={words.subject}
          value={subjectId}
          onChange={(event) => setSubject(event.currentTarget.value)}
        >
          {subjects.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <div class="fields">
          {gradeSelect({ id: 'scale-from', label: words.fromGrade, value: from, choose: setFrom })}
          {gradeSelect({ id: 'scale-to', label: words.toGrade, value: to, choose: setTo })}
        </div>
        {fault !== null ? <FaultNote>{problemText(fault)}</FaultNote> : null}
        {reply === null ? null : pages.length === 0 ? (
          <p class="quiet">{words.noPages}</p>
        ) : (
          <ul class="scales__pages">
            {pages.map((page) => (
              <li key={page.pageId}>
                <label class="tick">
                  <input
                    type="checkbox"
                    disabled={!isFit(page)}
                    checked={page.scaleId === scale.id || (isFit(page) && !left.has(page.pageId))}
                    onChange={(event) => {
                      const next = new Set(left);
                      if (event.currentTarget.checked) next.delete(page.pageId);
                      else next.add(page.pageId);
                      setLeft(next);
                    }}
                  />
                  <span>
                    {page.groupName} <span class="quiet">{pageNote(page)}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        )}
        {chosen.length === 0 ? null : <p class="preview">{words.marksKeep}</p>}
      </div>
    </Sheet>
  );

  function pageNote(page: ScalePage): string {
    if (page.scaleId === scale.id) return words.hasIt;
    const [first] = page.unfit;
    if (first)
      return words.unfit(
        page.unfit.map(({ code }) => words.signShort[code] ?? code).join(', '),
        page.unfit.reduce((sum, { marks }) => sum + marks, 0),
      );
    return words.now(scales.find(({ id }) => id === page.scaleId)?.name ?? '');
  }
}

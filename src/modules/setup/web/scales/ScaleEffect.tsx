import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { useTyped } from '#web/staff/use-typed.ts';
import type { MarkScale } from '../../scales/contract.ts';
import { ProposalCounts } from '../settings/SettingsPreview.tsx';
import { setUpWords } from '../words.ts';
import { draftOf, type TypedScale } from './typed-scale.ts';

type Props = { readonly schoolId: number; readonly scale: MarkScale; readonly typed: TypedScale };
type Worths = readonly { readonly code: string; readonly hundredths: number }[];

const restMs = 350;

const worthsOf = (values: MarkScale['values']): Worths =>
  values.flatMap(({ code, hundredths }) => (hundredths === null ? [] : [{ code, hundredths }]));

/** What other worths would change in the averages as they stand; nothing while no known mark counts otherwise. */
export function ScaleEffect({ schoolId, scale, typed }: Props) {
  const { scales: words } = useWords(setUpWords);
  const problemText = useProblemText();
  const draft = draftOf(typed);
  const known = new Map(worthsOf(scale.values).map(({ code, hundredths }) => [code, hundredths]));
  const changed = worthsOf(draft?.values ?? []).filter(
    ({ code, hundredths }) => known.has(code) && known.get(code) !== hundredths,
  );
  const asked = changed.length === 0 ? null : JSON.stringify(changed);
  const { reply, fault } = useTyped({ asked, restMs }, (worths, signal) =>
    call('POST /api/schools/{schoolId}/mark-scales/{scaleId}/preview', {
      params: { schoolId, scaleId: scale.id },
      body: { worths: JSON.parse(worths) as { code: string; hundredths: number }[] },
      signal,
    }),
  );
  if (changed.length === 0) return null;
  return (
    <section class="preview" aria-labelledby="scale-effect" aria-live="polite">
      <h3 id="scale-effect">{words.effect}</h3>
      {reply === null ? (
        <p class="quiet">{fault === null ? words.counting : problemText(fault)}</p>
      ) : (
        <>
          <p>{words.averages(reply.averagesChanged, reply.averages)}</p>
          <p>{words.proposals(reply.proposals.changed)}</p>
          <ProposalCounts proposals={reply.proposals} />
          <p class="quiet">{words.finalsStay}</p>
        </>
      )}
    </section>
  );
}

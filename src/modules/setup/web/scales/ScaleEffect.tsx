import { useEffect, useState } from 'preact/hooks';
import type { ScalePreview } from '#modules/journal/settings-preview/contract.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
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
  const [reply, setReply] = useState<ScalePreview | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const draft = draftOf(typed);
  const known = new Map(worthsOf(scale.values).map(({ code, hundredths }) => [code, hundredths]));
  const changed = worthsOf(draft?.values ?? []).filter(
    ({ code, hundredths }) => known.has(code) && known.get(code) !== hundredths,
  );
  const asked = JSON.stringify(changed);
  useEffect(() => {
    setReply(null);
    setFault(null);
    const worths = JSON.parse(asked) as { code: string; hundredths: number }[];
    if (worths.length === 0) return;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      call('POST /api/schools/{schoolId}/mark-scales/{scaleId}/preview', {
        params: { schoolId, scaleId: scale.id },
        body: { worths },
        signal: leaving.signal,
      })
        .then(setReply)
        .catch((error: unknown) => {
          if (!leaving.signal.aborted) setFault(error);
        });
    }, restMs);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [schoolId, scale.id, asked]);
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

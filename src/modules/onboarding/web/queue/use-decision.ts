import { useState } from 'preact/hooks';
import { call, Problem } from '#web/api.ts';
import { newId } from '#web/new-id.ts';
import { useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { LinkDecision, LinkRefusalWish } from '../../link-requests/contract.ts';
import { onboardingWords } from '../words.ts';

type Deciding = {
  readonly schoolId: number;
  readonly requestId: string;
  readonly reread: () => void;
  readonly close: () => void;
};

/** Sends a decision; who was second is told so and sees the queue anew. */
export function useDecision({ schoolId, requestId, reread, close }: Deciding) {
  const { queue: words } = useWords(onboardingWords);
  const problemText = useProblemText();
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [key] = useState(newId);
  const params = { schoolId, requestId };
  const send = (act: () => Promise<unknown>, done: string) => {
    setSending(true);
    act()
      .then(() => {
        showToast(done);
        reread();
        close();
      })
      .catch((error: unknown) => {
        setSending(false);
        if (error instanceof Problem && error.code === 'links.decided') {
          showToast(problemText(error));
          reread();
          close();
        } else setFault(problemText(error));
      });
  };
  return {
    isSending,
    fault,
    accept: (body: LinkDecision) =>
      send(
        () =>
          call('POST /api/schools/{schoolId}/link-requests/{requestId}/accept', {
            params,
            body,
            idempotencyKey: key,
          }),
        words.accepted,
      ),
    refuse: (body: LinkRefusalWish) =>
      send(
        () => call('POST /api/schools/{schoolId}/link-requests/{requestId}/refuse', { params, body }),
        words.refused,
      ),
  };
}

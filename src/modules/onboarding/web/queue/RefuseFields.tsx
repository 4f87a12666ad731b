import { useWords } from '#web/page-context.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import type { LinkRefusalWish } from '../../link-requests/contract.ts';
import { longest, refusalReasons } from '../../link-requests/rules.ts';
import { onboardingWords } from '../words.ts';

export const emptyRefusal: LinkRefusalWish = { reason: 'notConfirmed', word: null };

type Props = {
  readonly draft: LinkRefusalWish;
  readonly set: (draft: LinkRefusalWish) => void;
};

/** Why the school says no, as the sender will read it. */
export function RefuseFields({ draft, set }: Props) {
  const { queue: words } = useWords(onboardingWords);
  return (
    <>
      <Select
        id="refusal-reason"
        label={words.reason}
        value={draft.reason}
        onChange={(event) => {
          const reason = refusalReasons.find((one) => one === event.currentTarget.value);
          if (reason) set({ ...draft, reason });
        }}
      >
        {refusalReasons.map((one) => (
          <option key={one} value={one}>
            {words.reasons[one]}
          </option>
        ))}
      </Select>
      <Field
        id="refusal-word"
        label={words.reasonWord}
        hint={words.reasonHint}
        value={draft.word ?? ''}
        maxLength={longest.word}
        autoComplete="off"
        onInput={(event) => set({ ...draft, word: event.currentTarget.value || null })}
      />
    </>
  );
}

import { useWords } from '../page-context.tsx';
import { shellWords } from '../shell-words.ts';
import { Field } from '../ui/Field.tsx';

/** The code of a printed slip. */
export function SlipCodeField({ typed = '' }: { readonly typed?: string }) {
  const words = useWords(shellWords);
  return (
    <Field
      id="code"
      name="code"
      label={words.code}
      hint={words.codeHint}
      value={typed}
      required
      maxLength={40}
      autocomplete="one-time-code"
      autocapitalize="characters"
      autocorrect="off"
      spellcheck={false}
      autofocus
    />
  );
}

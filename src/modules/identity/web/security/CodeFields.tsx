import { useWords } from '#web/page-context.tsx';
import { Field } from '#web/ui/Field.tsx';
import { securityWords } from './words.ts';

/** Six digits of the application. */
export function CodeField({ label }: { label: string }) {
  const words = useWords(securityWords);
  return (
    <Field
      id="code"
      name="code"
      label={label}
      hint={words.appCodeHint}
      required
      maxLength={12}
      inputmode="numeric"
      autocomplete="one-time-code"
      autocorrect="off"
      spellcheck={false}
      autofocus
    />
  );
}

export function RecoveryField() {
  const words = useWords(securityWords);
  return (
    <Field
      id="recovery"
      name="recovery"
      label={words.recoveryCode}
      hint={words.recoveryCodeHint}
      required
      maxLength={40}
      autocomplete="off"
      autocapitalize="characters"
      autocorrect="off"
      spellcheck={false}
      autofocus
    />
  );
}

import { useWords } from '../page-context.tsx';
import { shellWords } from '../shell-words.ts';
import { Field } from '../ui/Field.tsx';
import { CapsLockHint, RevealButton } from './SignInFrame.tsx';

/** A new password, twice. */
export function NewPasswordFields({ isFocused }: { readonly isFocused: boolean }) {
  const words = useWords(shellWords);
  return (
    <>
      <Field
        id="password"
        name="password"
        type="password"
        label={words.newPassword}
        hint={words.ownPasswordHint}
        required
        maxLength={200}
        autocomplete="new-password"
        autofocus={isFocused}
        after={<RevealButton />}
      />
      <CapsLockHint />
      <Field
        id="repeated"
        name="repeated"
        type="password"
        label={words.repeatPassword}
        required
        maxLength={200}
        autocomplete="new-password"
      />
    </>
  );
}

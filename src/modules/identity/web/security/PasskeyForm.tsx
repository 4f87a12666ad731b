import type { ComponentChildren } from 'preact';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { securityWords } from './words.ts';

type Props = {
  readonly to: string;
  /** `create` makes a passkey, `get` shows one. */
  readonly act: 'create' | 'get';
  readonly options: object;
  readonly name: string;
  readonly isPrimary: boolean;
  /** Further fields of the form. */
  readonly children?: ComponentChildren;
};

/** A form the page’s script fills with what the browser’s passkey answers; without script it says so. */
export function PasskeyForm({ to, act, options, name, isPrimary, children }: Props) {
  const words = useWords(securityWords);
  return (
    <form class="passkey" method="post" action={to} data-passkey={act} data-options={JSON.stringify(options)}>
      {children}
      <input type="hidden" name="passkey" value="" />
      <div hidden data-failed>
        <FaultNote>{words.passkeyFailed}</FaultNote>
      </div>
      <Button kind={isPrimary ? 'primary' : 'secondary'} type="submit" isWide hidden>
        {name}
      </Button>
      <noscript>
        <p class="quiet">{words.passkeyNeedsScript}</p>
      </noscript>
    </form>
  );
}

import type { SessionReply } from '#modules/identity/sessions/contract.ts';
import { useWords } from '../page-context.tsx';
import { shellWords } from '../shell-words.ts';
import { Logo } from '../ui/Logo.tsx';
import { uiWords } from '../ui/ui-words.ts';

/** What the staff area needs before its first request. */
export type StaffFacts = { readonly session: SessionReply };

/** The empty staff area with the geometry of the full one; `staff.tsx` fills it. */
export function StaffShell() {
  const words = useWords(shellWords);
  const { product } = useWords(uiWords);
  return (
    <div id="staff">
      <div class="staff">
        <header class="staff__side">
          <div class="side">
            <span class="side__home">
              <Logo />
              <span>{product}</span>
            </span>
          </div>
        </header>
        <main class="staff__page" id="content" aria-busy="true">
          <noscript>{words.needsScript}</noscript>
        </main>
      </div>
    </div>
  );
}

import { useState } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { uploadWords } from './words.ts';

export type ListLine = { readonly place: string; readonly name: string; readonly note: string };

const shownAtOnce = 50;

/** A titled list of what becomes of people and things, a part at a time. */
export function LineList({ title, lines }: { title: string; lines: readonly ListLine[] }) {
  const words = useWords(uploadWords);
  const [shownCount, setShownCount] = useState(shownAtOnce);
  if (lines.length === 0) return null;
  return (
    <section class="import-list" aria-label={title}>
      <h2>
        {title} <span class="quiet">{lines.length}</span>
      </h2>
      <ul>
        {lines.slice(0, shownCount).map(({ place, name, note }, at) => (
          <li key={`${place} ${name} ${String(at)}`}>
            <span class="import-list__place quiet">{place}</span>
            <span>
              <b>{name}</b> <span class="quiet">{note}</span>
            </span>
          </li>
        ))}
      </ul>
      {shownCount < lines.length ? (
        <Button onClick={() => setShownCount((count) => count + 500)}>
          {words.more(lines.length - shownCount)}
        </Button>
      ) : null}
    </section>
  );
}

import type { ComponentChildren } from 'preact';
import { useWords } from '../page-context.tsx';
import { Icon } from './Icon.tsx';
import { offline, warning } from './icons.ts';
import { uiWords } from './ui-words.ts';

type EmptyNoteProps = {
  /** Why it is empty. */
  readonly title: string;
  /** What comes next. */
  readonly text?: string | null;
  /** A `ButtonLink` or `Button`, if something can be done. */
  readonly action?: ComponentChildren;
};

/** An honest empty place: why, and what next. */
export function EmptyNote({ title, text, action }: EmptyNoteProps) {
  return (
    <div class="empty">
      <p class="empty__title">{title}</p>
      {text ? <p class="quiet">{text}</p> : null}
      {action ? <div class="empty__action">{action}</div> : null}
    </div>
  );
}

/** Says that what is shown may be out of date. `time` is «10:42», null when it is not known. */
export function StaleBar({ time }: { time: string | null }) {
  const words = useWords(uiWords);
  return (
    <p class="bar" role="status">
      <Icon path={offline} size={18} />
      {time === null ? words.offline : words.stale(time)}
    </p>
  );
}

/** What went wrong with a form or an act, in words. */
export function FaultNote({ children, action }: { children: ComponentChildren; action?: ComponentChildren }) {
  return (
    <div class="fault" role="alert">
      <Icon path={warning} size={20} />
      <div>{children}</div>
      {action}
    </div>
  );
}

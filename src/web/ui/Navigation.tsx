import type { ComponentChildren } from 'preact';
import { useWords } from '../page-context.tsx';
import { Icon } from './Icon.tsx';
import { chevronLeft, chevronRight } from './icons.ts';
import { uiWords } from './ui-words.ts';

export type Place = {
  readonly href: string;
  readonly word: string;
  /** A path of `icons.ts`; shown in the bottom bar. */
  readonly icon?: string;
  readonly isCurrent?: boolean;
  /** Beside the name, in the side navigation: how much waits there. */
  readonly count?: ComponentChildren;
};

/** Views of one thing beside each other; ordinary links. */
export function SegmentedTabs({ name, places }: { name: string; places: readonly Place[] }) {
  return (
    <nav class="tabs" aria-label={name}>
      {places.map(({ href, word, isCurrent }) => (
        <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {word}
        </a>
      ))}
    </nav>
  );
}

/** The sections of the family's area on a phone: at most five, each with a word. */
export function BottomBar({ places }: { places: readonly Place[] }) {
  const words = useWords(uiWords);
  return (
    <nav class="bottom-bar no-print" aria-label={words.sections}>
      {places.map(({ href, word, icon, isCurrent }) => (
        <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {icon === undefined ? null : <Icon path={icon} size={22} />}
          <span>{word}</span>
        </a>
      ))}
    </nav>
  );
}

type WeekNavProps = {
  /** «16–21 ноября» */
  readonly title: string;
  /** «12-я учебная неделя · 30 уроков» */
  readonly context?: string | null;
  /** null at the edge of the school year. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Leads back to the current week from any other. */
  readonly current?: string | null;
};

/** The title of a week with the ways to its neighbours. */
export function WeekNav({ title, context, previous, next, current }: WeekNavProps) {
  const words = useWords(uiWords);
  return (
    <header class="week-nav">
      <h1>{title}</h1>
      <p class="quiet">{context}</p>
      {current ? (
        <a class="week-nav__current no-print" href={current}>
          {words.thisWeek}
        </a>
      ) : null}
      <nav class="week-nav__links no-print" aria-label={title}>
        <Step href={previous} name={words.previousWeek} path={chevronLeft} rel="prev" />
        <Step href={next} name={words.nextWeek} path={chevronRight} rel="next" />
      </nav>
    </header>
  );
}

function Step(props: { href: string | null; name: string; path: string; rel: 'prev' | 'next' }) {
  if (props.href === null) {
    return (
      <span class="icon-button icon-button--off" aria-hidden="true">
        <Icon path={props.path} />
      </span>
    );
  }
  return (
    <a class="icon-button" href={props.href} rel={props.rel} aria-label={props.name}>
      <Icon path={props.path} />
    </a>
  );
}

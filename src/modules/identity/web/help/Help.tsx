import type { ComponentChildren } from 'preact';
import { useWords } from '#web/page-context.tsx';
import type { ShellWords } from '#web/ru.ts';
import { shellWords } from '#web/shell-words.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { chevronRight } from '#web/ui/icons.ts';
import { LanguageSwitch, ThemeSwitch } from '#web/ui/Menus.tsx';
import { PlainFrame } from '#web/views/PlainFrame.tsx';
import type { HelpFacts, HelpTopicFacts } from '../../help/facts.ts';
import { helpAddress, helpOnward, helpTopics, type HelpTopic, waysOf } from '../../help/rules.ts';
import { type HelpPart, helpWords } from './words.ts';

const wordsBeside = (words: ShellWords) => helpWords[words === shellWords.en ? 'en' : 'ru'];

export const helpTitle = (_: HelpFacts, words: ShellWords) => wordsBeside(words).title;
export const helpTopicTitle = ({ topic }: HelpTopicFacts, words: ShellWords) =>
  wordsBeside(words).topics[topic].title;

/** `/help`: all topics. */
export function Help({ facts: { isSignedIn } }: { facts: HelpFacts }) {
  const words = useWords(helpWords);
  const [href, name] = isSignedIn ? ['/account', words.toAccount] : ['/sign-in', words.toSignIn];
  return (
    <HelpFrame back={{ href, name }}>
      <h1>{words.title}</h1>
      <p class="quiet">{words.about}</p>
      <Topics topics={helpTopics} />
    </HelpFrame>
  );
}

/** `/help/{topic}`: what to do, where to go, what else to read. */
export function HelpTopicPage({ facts: { topic, hasMail } }: { facts: HelpTopicFacts }) {
  const words = useWords(helpWords);
  const { title, parts } = words.topics[topic];
  const shown = parts.filter(({ when }) => when === undefined || (when === 'mail') === hasMail);
  return (
    <HelpFrame back={{ href: '/help', name: words.title }}>
      <h1>{title}</h1>
      {shown.map((part, index) => (
        <Part key={index} part={part} />
      ))}
      <ul class="help__ways">
        {waysOf(topic, { hasMail }).map((way) => (
          <li key={way}>
            <a href={way}>{words.ways[way]}</a>
          </li>
        ))}
      </ul>
      <nav class="help__near" aria-labelledby="near">
        <h2 id="near">{words.near}</h2>
        <Topics topics={helpOnward[topic].near} />
      </nav>
    </HelpFrame>
  );
}

function Part({ part: { heading, text, steps } }: { readonly part: HelpPart }) {
  return (
    <section class="help__part">
      {heading === undefined ? null : <h2>{heading}</h2>}
      {text === undefined ? null : <p>{text}</p>}
      {steps === undefined ? null : (
        <ol class="help__steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Topics({ topics }: { readonly topics: readonly HelpTopic[] }) {
  const words = useWords(helpWords);
  return (
    <ul class="school__places help__topics">
      {topics.map((topic) => (
        <li key={topic}>
          <a class="place" href={helpAddress(topic)}>
            <span class="place__text">{words.topics[topic].title}</span>
            <Icon path={chevronRight} size={18} />
          </a>
        </li>
      ))}
    </ul>
  );
}

type Frame = {
  readonly back: { readonly href: string; readonly name: string };
  readonly children: ComponentChildren;
};

function HelpFrame({ back, children }: Frame) {
  return (
    <PlainFrame look="help" back={back}>
      {children}
      <footer class="help__foot">
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </PlainFrame>
  );
}

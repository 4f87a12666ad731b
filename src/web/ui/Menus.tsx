import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { PageContext, useWords } from '../page-context.tsx';
import { type Theme, languages, themes } from '#modules/identity/preferences/rules.ts';
import { Icon } from './Icon.tsx';
import { check, chevronDown, device, moon, person, signOut, sun } from './icons.ts';
import { uiWords } from './ui-words.ts';

/** A native disclosure that works without script; `enhanceMenus` closes it on Esc and a press outside. */
function Menu(props: { label: ComponentChildren; look: string; children: ComponentChildren }) {
  return (
    <details class={`menu ${props.look} no-print`} data-menu>
      <summary>{props.label}</summary>
      <div class="menu__sheet">{props.children}</div>
    </details>
  );
}

export type Child = {
  readonly id: string;
  readonly name: string;
  /** «7 «Б»» */
  readonly className: string;
  readonly school: string;
  /** This page for that child. */
  readonly href: string;
  readonly isCurrent: boolean;
};

/** The child the page is about, and the ways to the others, across schools. */
export function ChildSwitcher({ family }: { family: readonly Child[] }) {
  const words = useWords(uiWords);
  const current = family.find((child) => child.isCurrent) ?? family[0];
  if (!current) return null;
  const name = (
    <span class="child__current">
      {current.name} <span class="child__class">{current.className}</span>
    </span>
  );
  if (family.length === 1) return <p class="child child--only">{name}</p>;
  return (
    <Menu
      look="child"
      label={
        <>
          <span class="hidden-text">{words.chooseChild}: </span>
          {name}
          <Icon path={chevronDown} size={18} />
        </>
      }
    >
      <ul>
        {family.map((child) => (
          <li key={child.id}>
            <a class="menu__item" href={child.href} aria-current={child.isCurrent ? 'true' : undefined}>
              <span class="menu__text">
                <span class="child__name">
                  {child.name} <span class="child__class">{child.className}</span>
                </span>
                <span class="quiet">{child.school}</span>
              </span>
              {child.isCurrent ? <Icon path={check} /> : null}
            </a>
          </li>
        ))}
      </ul>
    </Menu>
  );
}

/** Who is signed in, theme, language, and the way out. */
export function AccountMenu({ name, role }: { name: string; role?: string | null }) {
  const words = useWords(uiWords);
  return (
    <Menu
      look="account"
      label={
        <span class="icon-button">
          <Icon path={person} size={22} name={words.account} />
        </span>
      }
    >
      <div class="menu__head">
        <p class="account__name">{name}</p>
        {role ? <p class="quiet">{role}</p> : null}
      </div>
      <a class="menu__item" href="/account">
        {words.accountPage}
      </a>
      <div class="menu__part">
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
      <form class="menu__part menu__part--last" method="post" action="/sign-out">
        <button class="menu__item" type="submit">
          <Icon path={signOut} />
          {words.signOut}
        </button>
      </form>
    </Menu>
  );
}

const themeIcons: Readonly<Record<Theme, string>> = { auto: device, light: sun, dark: moon };

/** Applied at once by `enhancePreferences`; without script an ordinary form. */
export function ThemeSwitch() {
  const words = useWords(uiWords);
  const { theme } = useContext(PageContext);
  return (
    <PreferenceForm name={words.theme}>
      {themes.map((one) => (
        <button key={one} name="theme" value={one} aria-pressed={one === theme ? 'true' : 'false'}>
          <Icon path={themeIcons[one]} size={18} />
          {words.themes[one]}
        </button>
      ))}
    </PreferenceForm>
  );
}

const languageNames = { ru: 'Русский', en: 'English' } as const;

export function LanguageSwitch() {
  const words = useWords(uiWords);
  const { language } = useContext(PageContext);
  return (
    <PreferenceForm name={words.language}>
      {languages.map((one) => (
        <button
          key={one}
          name="language"
          value={one}
          lang={one}
          aria-pressed={one === language ? 'true' : 'false'}
        >
          {languageNames[one]}
        </button>
      ))}
    </PreferenceForm>
  );
}

function PreferenceForm({ name, children }: { name: string; children: ComponentChildren }) {
  const { path } = useContext(PageContext);
  return (
    <form class="choice" method="post" action="/preferences" data-preferences>
      <input type="hidden" name="next" value={path} />
      <fieldset>
        <legend class="hidden-text">{name}</legend>
        <div class="choice__buttons">{children}</div>
      </fieldset>
    </form>
  );
}

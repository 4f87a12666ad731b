import { preferenceCookies } from '#modules/identity/preferences/rules.ts';

/** Small improvements of pages that work without them. Called once per page. */
export function enhancePage(): void {
  document.addEventListener('click', closeMenusOutside);
  document.addEventListener('keydown', closeMenuOnEscape);
  document.addEventListener('submit', applyPreference);
}

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]');

function closeMenusOutside({ target }: MouseEvent): void {
  for (const menu of openMenus()) {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  }
}

function closeMenuOnEscape({ key }: KeyboardEvent): void {
  if (key !== 'Escape') return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
}

/** Sets theme or language by cookie: the theme at once, another language by reading the page anew. */
function applyPreference(event: SubmitEvent): void {
  const form = event.target;
  const button = event.submitter;
  if (!(form instanceof HTMLFormElement) || !(button instanceof HTMLButtonElement)) return;
  if (!form.matches('[data-preferences]')) return;
  event.preventDefault();
  for (const cookie of preferenceCookies({ [button.name]: button.value }, location.protocol === 'https:')) {
    document.cookie = cookie;
  }
  if (button.name === 'language') {
    location.reload();
    return;
  }
  showTheme(button.value);
  for (const other of document.querySelectorAll(`button[name="${button.name}"]`)) {
    other.setAttribute('aria-pressed', String(other.getAttribute('value') === button.value));
  }
}

function showTheme(theme: string): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

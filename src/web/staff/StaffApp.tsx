import { LocationProvider, Route, Router, lazy, useLocation } from 'preact-iso';
import { useContext, useEffect, useErrorBoundary, useState } from 'preact/hooks';
import { addressName, fullName } from '#modules/roster/person/rules.ts';
import { PageContext, useFormats, useWords } from '../page-context.tsx';
import { shellWords } from '../shell-words.ts';
import { staffSections } from '../staff-routes.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { search } from '../ui/icons.ts';
import { AccountMenu } from '../ui/Menus.tsx';
import { EmptyNote, FaultNote } from '../ui/Notes.tsx';
import { SideNav } from '../ui/staff/SideNav.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { uiWords } from '../ui/ui-words.ts';
import { dutiesOf } from '../views/Account.tsx';
import { Palette } from './palette/Palette.tsx';
import { goToSignIn, isSessionOver, useSession } from './session.ts';
import { StepUp } from './StepUp.tsx';

const routes = staffSections
  .flatMap((section) => section.routes)
  .map(({ path, load }) => ({ path, Page: lazy(load) }));

/** Links outside the sections are ordinary ones: another page of the server. */
const ownAddresses = new RegExp(`^(${staffSections.map(({ href }) => href).join('|')})(/|$)`);

/** The frame of the staff area: navigation at the left, the page at the right. */
export function StaffApp() {
  return (
    <LocationProvider scope={ownAddresses}>
      <Frame />
    </LocationProvider>
  );
}

function Frame() {
  const words = useWords(shellWords);
  const { toContent } = useWords(uiWords);
  const { language } = useContext(PageContext);
  const { path } = useLocation();
  const session = useSession();
  const [isFinding, setFinding] = useState(false);
  usePaletteKey(setFinding);
  const places = staffSections
    .filter(({ isFor }) => isFor(session))
    .map(({ href, word, icon, Count }) => ({
      href,
      word: word[language],
      icon,
      count: Count ? <Count /> : null,
      isCurrent: path === href || path.startsWith(`${href}/`),
    }));
  return (
    <div class="staff">
      <a class="skip-link" href="#content">
        {toContent}
      </a>
      <header class="staff__side no-print">
        <SideNav places={places} home="/">
          <FindButton open={() => setFinding(true)} />
        </SideNav>
        <Person />
      </header>
      <div class="staff__main">
        {useOnline() ? null : (
          <p class="bar" role="status">
            {words.offlineBar}
          </p>
        )}
        <FactorBar />
        <SharedBar />
        <Pages key={path} />
      </div>
      <Toasts />
      <StepUp />
      {isFinding ? <Palette close={() => setFinding(false)} /> : null}
    </div>
  );
}

/** Reminds those who lead a school of the second step while there is time. */
function FactorBar() {
  const words = useWords(shellWords);
  const { day } = useFormats();
  const { secondFactorFrom } = useSession();
  if (secondFactorFrom === null) return null;
  return (
    <p class="bar">
      <span>
        {words.secondFactorFrom(day(secondFactorFrom))} <a href="/security">{words.setUpNow}</a>
      </span>
    </p>
  );
}

/** Says what is closed on a computer others use too, and why. */
function SharedBar() {
  const words = useWords(shellWords);
  return useSession().kind === 'shared' ? <p class="bar no-print">{words.sharedBar}</p> : null;
}

/** Opens the search; on a phone a glass beside the section's name. */
function FindButton({ open }: { readonly open: () => void }) {
  const { palette } = useWords(shellWords);
  return (
    <button
      type="button"
      class="side__find"
      aria-label={palette.title}
      aria-keyshortcuts="Control+K"
      onClick={open}
    >
      <Icon path={search} size={20} />
      <span>{palette.title}</span>
      <kbd>Ctrl K</kbd>
    </button>
  );
}

/** Ctrl+K or ⌘K anywhere, whatever the layout; a dialog that is open keeps the keyboard. */
function usePaletteKey(setOpen: (isOpen: boolean) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      if (document.querySelector('dialog[open]') === null) setOpen(true);
    };
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, [setOpen]);
}

function Person() {
  const words = useWords(shellWords);
  const { persons, account } = useSession();
  const person = persons.find(({ roles }) => roles.length > 0) ?? persons[0];
  if (!person) return <AccountMenu name={account.login} />;
  return (
    <div class="staff__person">
      <AccountMenu name={fullName(person)} role={dutiesOf(person, words)} />
      <span class="staff__name" aria-hidden="true">
        {addressName(person)}
      </span>
    </div>
  );
}

function Pages() {
  const words = useWords(shellWords);
  const [fault] = useErrorBoundary() as [unknown, () => void];
  if (isSessionOver(fault)) {
    goToSignIn();
    return null;
  }
  return (
    <main class="staff__page" id="content" tabIndex={-1}>
      {fault === undefined ? (
        <Router>
          {routes.map(({ path, Page }) => (
            <Route key={path} path={path} component={Page} />
          ))}
          <Route default component={NoPage} />
        </Router>
      ) : (
        <FaultNote action={<Button onClick={() => location.reload()}>{words.retry}</Button>}>
          {words.pageFault}
        </FaultNote>
      )}
    </main>
  );
}

function NoPage() {
  const words = useWords(shellWords);
  return <EmptyNote title={words.notFoundTitle} text={words.notFoundText} />;
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}

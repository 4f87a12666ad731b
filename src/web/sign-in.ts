import { enhancePage } from './enhance.ts';

enhancePage();

const password = document.querySelector<HTMLInputElement>('#password');
const reveal = document.querySelector<HTMLButtonElement>('#reveal');
const capsLock = document.querySelector<HTMLElement>('#caps-lock');

if (password && reveal) {
  reveal.hidden = false;
  reveal.addEventListener('click', () => {
    const isShown = password.type === 'password';
    password.type = isShown ? 'text' : 'password';
    reveal.setAttribute('aria-pressed', String(isShown));
    reveal.setAttribute('aria-label', reveal.dataset[isShown ? 'hide' : 'show'] ?? '');
    password.focus();
  });
  // A password manager and the browser's memory must find a password field.
  password.form?.addEventListener('submit', () => {
    password.type = 'password';
  });
}

if (password && capsLock) {
  const hint = (event: KeyboardEvent) => {
    // Autofill sends key events without the means to ask.
    if (typeof event.getModifierState !== 'function') return;
    capsLock.textContent = event.getModifierState('CapsLock') ? (capsLock.dataset['words'] ?? '') : '';
  };
  password.addEventListener('keydown', hint);
  password.addEventListener('keyup', hint);
  password.addEventListener('blur', () => {
    capsLock.textContent = '';
  });
}

// The QR code of a slip brings its code behind «#»: it never reaches a server's log, nor stays in the address.
const code = document.querySelector<HTMLInputElement>('#code');
if (code && location.hash.length > 1) {
  code.value = decodeURIComponent(location.hash.slice(1)).toUpperCase();
  history.replaceState(null, '', location.pathname);
}

const print = document.querySelector<HTMLButtonElement>('[data-print]');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => globalThis.print());
}

const challenged = document.querySelectorAll<HTMLFormElement>('form[data-challenge]');
if (challenged.length > 0) {
  const { solveChallenges } = await import('./challenge.ts');
  solveChallenges(challenged);
}

const passkeyForms = document.querySelectorAll<HTMLFormElement>('form[data-passkey]');
if (passkeyForms.length > 0) {
  const { offerPasskeys } = await import('./passkey.ts');
  offerPasskeys(passkeyForms);
}

/** The reference page's own style: it stands apart from the web build and works without it. */
export const referenceStyle = `
:root { --ink: #1c2430; --soft: #5b6675; --paper: #fff; --panel: #f5f6f8; --line: #dfe3e8; --link: #1d4fb8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ee; --soft: #a3adba; --paper: #14181e; --panel: #1c2229; --line: #303843; --link: #8db4ff; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; color: var(--ink); background: var(--paper); font: 16px/1.5 system-ui, sans-serif;
  display: grid; grid-template-columns: 20rem minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1rem; background: var(--panel);
  border-right: 1px solid var(--line); }
nav .name { margin: 0 0 1rem; font-weight: 700; font-size: 1.125rem; }
nav h2 { margin: 1.25rem 0 .25rem; font-size: .8125rem; color: var(--soft); font-weight: 600; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav a { display: flex; gap: .5rem; align-items: baseline; padding: .3rem .25rem; color: inherit;
  text-decoration: none; border-radius: .25rem; overflow-wrap: anywhere; }
nav a:hover { background: var(--line); }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main { padding: 1rem 2rem 6rem; max-width: 60rem; }
section { padding: 1.5rem 0; border-top: 1px solid var(--line); }
section:target h2 { color: var(--link); }
h1 { margin: .5rem 0; }
section h2 { margin: 0; font-size: 1.25rem; }
h3 { margin: 1rem 0 .25rem; font-size: .875rem; color: var(--soft); }
p { margin: .25rem 0; }
code, pre { font: .875rem/1.5 ui-monospace, monospace; }
pre { margin: 0; padding: .75rem 1rem; background: var(--panel); border: 1px solid var(--line);
  border-radius: .5rem; overflow-x: auto; }
.address code { overflow-wrap: anywhere; }
.method { font: 700 .75rem ui-monospace, monospace; color: var(--soft); min-width: 3.25em; display: inline-block; }
.policy, .refusal { color: var(--soft); }
.refusal code { overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { text-align: left; padding: .25rem 1.5rem .25rem 0; vertical-align: top; font-weight: 400; }
@media (max-width: 50rem) {
  body { display: block; }
  nav { position: static; height: auto; max-height: 40vh; border-right: 0; border-bottom: 1px solid var(--line); }
  main { padding: 1rem; }
}
`;

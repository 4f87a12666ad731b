import { render } from 'preact';
import { enhancePage } from './enhance.ts';
import { PageContext, pageFactsOf } from './page-context.tsx';
import { goToSignIn, isSessionOver, SessionContext } from './staff/session.ts';
import { StaffApp } from './staff/StaffApp.tsx';
import './ui/staff.css';
import type { StaffFacts } from './views/StaffShell.tsx';

const block = document.getElementById('view-data');
const place = document.getElementById('staff');
if (!block || !place) throw new Error('This is not the page of the staff area.');
const { facts } = JSON.parse(block.textContent) as { facts: StaffFacts };

enhancePage();
addEventListener('unhandledrejection', ({ reason }) => {
  if (isSessionOver(reason)) goToSignIn();
});
place.textContent = '';
render(
  <PageContext.Provider value={pageFactsOf(document)}>
    <SessionContext.Provider value={facts.session}>
      <StaffApp />
    </SessionContext.Provider>
  </PageContext.Provider>,
  place,
);

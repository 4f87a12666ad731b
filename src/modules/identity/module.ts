import type { Module } from '#platform/platform.ts';
import { identityPorts } from './account-port.ts';
import * as accessSlips from './access-slips/contract.ts';
import { accessSlipRoutes } from './access-slips/routes.ts';
import { contactsForm, contactsPage } from './contacts/pages.ts';
import { endOthersForm, endSessionForm, securityPage } from './devices/pages.ts';
import * as employment from './employment/contract.ts';
import { employmentRoutes } from './employment/routes.ts';
import { endSessions } from './end-sessions-job.ts';
import { helpPages } from './help/pages.ts';
import { homePages, preferencesForm } from './home/pages.ts';
import { partsOf } from './identity-parts.ts';
import { ownPasswordForm, ownPasswordPage } from './own-password/pages.ts';
import { joiningForm, joiningPage } from './joining/pages.ts';
import { readBounces } from './read-bounces-job.ts';
import { recoveryForm, recoveryPage } from './recovery/pages.ts';
import { listRoles } from './roles/contract.ts';
import { roleRoutes } from './roles/routes.ts';
import * as sessions from './sessions/contract.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { resetSecondFactor, showProof } from './second-factor/contract.ts';
import { factorRoutes } from './second-factor/routes.ts';
import { appPage, factorForms } from './second-factor/pages.ts';
import { passkeyForms, passkeyPage } from './second-factor/passkey-pages.ts';
import { proofForm, proofPage } from './second-factor/proof-pages.ts';
import {
  codeForm,
  codePage,
  secondStepForm,
  secondStepPage,
  signInForm,
  signInPage,
  signOutForm,
} from './sign-in/pages.ts';
import { teachingEndpoints, teachingRoutes } from './teaching/routes.ts';

export const identityModule: Module = {
  name: 'identity',
  endpoints: [
    sessions.getSession,
    sessions.startSession,
    sessions.endSession,
    listRoles,
    resetSecondFactor,
    showProof,
    ...Object.values(accessSlips),
    ...teachingEndpoints,
    ...Object.values(employment),
  ],
  routes: [
    ...sessionRoutes,
    ...roleRoutes,
    ...accessSlipRoutes,
    ...teachingRoutes,
    ...employmentRoutes,
    ...factorRoutes,
  ],
  pages: [
    signInPage,
    secondStepPage,
    codePage,
    recoveryPage,
    ownPasswordPage,
    contactsPage,
    joiningPage,
    securityPage,
    proofPage,
    appPage,
    passkeyPage,
    ...helpPages,
    ...homePages,
  ],
  forms: [
    signInForm,
    codeForm,
    recoveryForm,
    ownPasswordForm,
    contactsForm,
    joiningForm,
    signOutForm,
    preferencesForm,
    endSessionForm,
    endOthersForm,
    secondStepForm,
    proofForm,
    ...factorForms,
    ...passkeyForms,
  ],
  jobs: [endSessions, readBounces],
  identity: identityPorts,
  async start(platform) {
    const parts = partsOf(platform);
    await parts.sessions.start();
    return async () => {
      await parts.sessions.stop();
      await parts.settled();
    };
  },
};

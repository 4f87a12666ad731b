import type { Module } from '#platform/platform.ts';
import * as linkRequests from './link-requests/contract.ts';
import { expireLinkRequests } from './expire-links-job.ts';
import { askingForm, askingPage } from './link-requests/pages.ts';
import { linkRequestRoutes } from './link-requests/routes.ts';
import { tellSenders } from './tell-senders-job.ts';

export const onboardingModule: Module = {
  name: 'onboarding',
  endpoints: Object.values(linkRequests),
  routes: linkRequestRoutes,
  pages: [askingPage],
  forms: [askingForm],
  jobs: [expireLinkRequests, tellSenders],
};

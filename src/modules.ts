import type { Module } from '#platform/platform.ts';

/**
 * Who may use whom: each module lists modules above it and may use what those use. In this order
 * modules start; they stop in the reverse one.
 */
export const moduleGraph = {
  organisation: [],
  curriculum: ['organisation'],
  roster: ['organisation', 'curriculum'],
  timetable: ['organisation', 'curriculum', 'roster'],
  identity: ['organisation', 'roster', 'timetable'],
  consents: ['organisation', 'roster', 'identity'],
  onboarding: ['organisation', 'roster', 'identity'],
  homework: ['curriculum', 'roster', 'timetable'],
  journal: ['organisation', 'curriculum', 'roster', 'timetable', 'homework'],
  rescheduling: ['organisation', 'roster', 'timetable', 'homework', 'journal'],
  diary: ['roster', 'timetable', 'homework', 'journal'],
  integrations: ['organisation', 'curriculum', 'roster', 'identity', 'timetable', 'homework', 'journal'],
  setup: [
    'organisation',
    'curriculum',
    'roster',
    'identity',
    'timetable',
    'journal',
    'rescheduling',
    'integrations',
  ],
} satisfies Readonly<Record<string, readonly string[]>>;

/** The modules that have routes, pages or jobs, in the graph's order; the rest are tables and rules. */
export async function loadModules(): Promise<readonly Module[]> {
  return [
    (await import('#modules/organisation/module.ts')).organisationModule,
    (await import('#modules/curriculum/module.ts')).curriculumModule,
    (await import('#modules/roster/module.ts')).rosterModule,
    (await import('#modules/timetable/module.ts')).timetableModule,
    (await import('#modules/identity/module.ts')).identityModule,
    (await import('#modules/consents/module.ts')).consentsModule,
    (await import('#modules/onboarding/module.ts')).onboardingModule,
    (await import('#modules/homework/module.ts')).homeworkModule,
    (await import('#modules/journal/module.ts')).journalModule,
    (await import('#modules/rescheduling/module.ts')).reschedulingModule,
    (await import('#modules/diary/module.ts')).diaryModule,
    (await import('#modules/integrations/module.ts')).integrationsModule,
    (await import('#modules/setup/module.ts')).setupModule,
  ];
}

import { answerFor, permissions, relations, roles, type Answer, type Relation, type Role } from './table.ts';

const roleNames: Readonly<Record<Role, string>> = {
  anonymous: 'anonymous',
  student: 'student',
  guardian: 'guardian',
  subjectTeacher: 'subject teacher',
  homeroomTeacher: 'homeroom teacher',
  deputyHead: 'deputy head, principal',
  secretary: 'secretary',
  schoolAdmin: 'school admin',
  platformOperator: 'platform operator',
};

const relationNames: Readonly<Record<Relation, string>> = {
  own: 'own',
  sameClass: 'same class',
  otherClass: 'other class',
  otherSchool: 'other school',
  ended: 'ended',
};

const signs: Readonly<Record<Answer, string>> = { yes: '✓', '401': '401', '403': '403', '404': '404' };

/** The text of docs/permissions.md. */
export function permissionsPage(): string {
  const head = [
    '# Who may what',
    '',
    'Printed from `src/permissions/table.ts` by `npm run permissions`; a test holds every route to that table and this page',
    'to the print. ✓ allowed · 401 not signed in · 403 seen but not allowed · 404 as if it were not there.',
    '',
    '`own` is oneself, one’s child, the page one teaches, the class one leads, the school one works for; `ended` is what was',
    'own until yesterday.',
    '',
  ];
  const tables = Object.entries(permissions).flatMap(([act, { lines }]) => [
    `## ${act}`,
    '',
    `| role | ${relations.map((relation) => relationNames[relation]).join(' | ')} |`,
    `|---|${relations.map(() => '---|').join('')}`,
    ...roles.map(
      (role) =>
        `| ${roleNames[role]} | ${relations.map((relation) => signs[answerFor(lines, role, relation)]).join(' | ')} |`,
    ),
    '',
  ]);
  return [...head, ...tables].join('\n');
}

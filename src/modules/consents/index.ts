export { birthdayAt } from './signing/rules.ts';
export { standingPurposes, type StandingPurpose } from './signing/queries.ts';
export { defaultPurposes, type Operator } from './default-purposes.ts';
export { hashOfText } from './purposes/seed-commands.ts';

export { standingPurposes, type StandingPurpose } from './signing/queries.ts';
export { defaultPurposes, type Operator } from './purposes/default-texts.ts';
export { hashOfText } from './purposes/seed-commands.ts';

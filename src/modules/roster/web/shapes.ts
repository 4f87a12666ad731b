import type { GuardianshipLine, MovementKind } from '../person/contract.ts';

export type { PeopleKind } from '../people/contract.ts';
export type { MovementKind };
export type Kinship = GuardianshipLine['kinship'];
export type Scope = GuardianshipLine['scope'][number];

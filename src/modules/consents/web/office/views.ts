import type { ClassStanding, ClassStudent } from '../../office/contract.ts';
import type { ConsentState } from '../../signing/rules.ts';

export const filters = ['all', 'signed', 'refused', 'waits', 'again'] as const;
export type Filter = (typeof filters)[number];

const filterOf: Readonly<Record<ConsentState, Filter>> = {
  stands: 'signed',
  forNow: 'again',
  again: 'again',
  refused: 'refused',
  waits: 'waits',
};

export type Row = { readonly student: ClassStudent; readonly standing: ClassStanding };

/** Each student with where one purpose stands. */
export const rowsOf = (students: readonly ClassStudent[], purposeId: string): readonly Row[] =>
  students.flatMap((student) => {
    const standing = student.consents.find((one) => one.purposeId === purposeId);
    return standing === undefined ? [] : [{ student, standing }];
  });

export const isOf = ({ standing }: Row, filter: Filter): boolean =>
  filter === 'all' || filterOf[standing.state] === filter;

export const signed = (rows: readonly Row[]): number =>
  rows.filter(({ standing: { state } }) => state === 'stands' || state === 'forNow').length;

import type { PersonCard } from '../../person/contract.ts';

export type CardProps = {
  readonly schoolId: number;
  readonly card: PersonCard;
  readonly reread: () => void;
};

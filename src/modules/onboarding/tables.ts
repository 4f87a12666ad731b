import type { Generated } from 'kysely';
import type { DocumentKind, LinkKinship, LinkState, RefusalReason } from './link-requests/rules.ts';

export type OnboardingTables = { 'onboarding.link_request': LinkRequestTable };

type LinkRequestTable = {
  school_id: number;
  id: string;
  account_id: string;
  person_id: string;
  last_name: string;
  first_name: string;
  middle_name: string | null;
  birth_date: string;
  kinship: LinkKinship;
  document_kind: DocumentKind;
  document_tail: string | null;
  word: string | null;
  state: Generated<LinkState>;
  asked_at: string;
  expires_at: string;
  decided_at: string | null;
  decided_by: string | null;
  refusal: RefusalReason | null;
  refusal_word: string | null;
  student_id: string | null;
  guardianship_id: string | null;
  told_at: string | null;
  warned_at: string | null;
};

import type { Generated } from 'kysely';

/** Tables of `identity`; what a column means stands in the migration. */
export type IdentityTables = {
  'directory.account': AccountTable;
  'directory.account_contact': AccountContactTable;
  'directory.account_person': AccountPersonTable;
  'directory.snils_index': SnilsIndexTable;
  'directory.session': SessionTable;
  'directory.sign_in_throttle': SignInThrottleTable;
  'directory.region_role': RegionRoleTable;
  'identity.role_grant': RoleGrantTable;
};

export type AccountTable = {
  id: string;
  login: string;
  password_hash: string | null;
  esia_oid: string | null;
  locale: Generated<string>;
  created_at: Generated<string>;
  disabled_at: string | null;
  must_change_password: Generated<boolean>;
};

export type AccountContactTable = {
  account_id: string;
  kind: 'email' | 'phone';
  value_enc: Buffer;
  blind_index: Buffer;
  verified_at: string | null;
  signs_in: Generated<boolean>;
};

export type AccountPersonTable = {
  account_id: string;
  school_id: number;
  person_id: string;
  created_at: Generated<string>;
};

export type SnilsIndexTable = {
  blind_index: Buffer;
  account_id: string;
};

export type SessionTable = {
  id: string;
  token_hash: Buffer;
  account_id: string;
  kind: 'family' | 'staff' | 'shared';
  created_at: Generated<string>;
  last_seen_at: Generated<string>;
  idle_until: string;
  expires_at: string;
  ended_at: string | null;
  device: string | null;
  last_school_id: number | null;
  last_person_id: string | null;
};

export type SignInThrottleTable = {
  bucket: Buffer;
  failures: number;
  window_start: string;
  blocked_until: string | null;
};

export type RegionRoleTable = {
  id: string;
  account_id: string;
  role: 'regionalCoordinator' | 'platformOperator';
  region_id: number | null;
  start_date: string;
  end_date: string | null;
};

export type RoleGrantTable = {
  school_id: number;
  id: string;
  person_id: string;
  role:
    | 'schoolAdmin'
    | 'principal'
    | 'deputyHead'
    | 'secretary'
    | 'teacher'
    | 'psychologist'
    | 'socialPedagogue'
    | 'librarian';
  start_date: string;
  end_date: string | null;
  granted_by: string | null;
};

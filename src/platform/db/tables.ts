import type { Generated } from 'kysely';

/** A JSON column: read as parsed JSON, written as text. */
export type Json = unknown;

/** Tables every module may write through the platform: audit, outbox, keys. */
export type PlatformTables = {
  'platform.audit_pending': AuditPendingTable;
  'platform.outbox': OutboxTable;
  'platform.event': EventTable;
  'platform.idempotency_key': IdempotencyKeyTable;
};

export type AuditPendingTable = {
  school_id: number;
  id: string;
  at: Generated<string>;
  account_id: string | null;
  person_id: string | null;
  session_id: string | null;
  action: string;
  subject: Json;
  /** An act that is also news: its event's name and topics; `subject` is the payload. */
  event_name: Generated<string | null>;
  topics: Generated<string[] | null>;
};

export type OutboxTable = {
  school_id: number;
  id: string;
  at: Generated<string>;
  name: string;
  topics: string[];
  payload: Json;
};

export type EventTable = OutboxTable & { seq: number };

export type IdempotencyKeyTable = {
  school_id: number;
  account_id: string;
  key: string;
  endpoint: string;
  request_hash: Buffer;
  result: Json;
  at: Generated<string>;
};

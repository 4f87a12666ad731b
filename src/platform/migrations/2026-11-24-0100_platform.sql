-- What every module stands on: fence functions, audit trail, outbox, event stream, idempotency keys.
create schema platform;
create schema directory;
grant usage on schema platform to parta_app, parta_identity, parta_jobs, parta_stats, parta_backup;
grant usage on schema directory to parta_identity, parta_jobs, parta_backup, parta_app;

-- Puts a table behind the school fence. `current_setting` without `missing_ok`: a forgotten fence raises.
create function platform.school_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy school_fence on %s using (school_id = current_setting(''app.school_id'')::int)', target);
  execute format('grant select, insert, update on %s to parta_app', target);
  execute format('grant select on %s to parta_jobs, parta_backup', target);
end $$;

-- The same, and for a family only the rows of its own students ('*' = the staff's request).
create function platform.student_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($policy$
    create policy school_fence on %s using (
      school_id = current_setting('app.school_id')::int
      and case (select current_setting('app.student_ids')) when '*' then true
          else student_id = any ((select current_setting('app.student_ids')::uuid[])::uuid[]) end)
  $policy$, target);
  execute format('grant select, insert, update on %s to parta_app', target);
  execute format('grant select on %s to parta_jobs, parta_backup', target);
end $$;

-- Rows of this table are facts: once written they stay as they are.
create function platform.append_only(target regclass) returns void language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from parta_app', target);
end $$;

revoke all on function platform.school_table(regclass), platform.student_table(regclass), platform.append_only(regclass) from public;

-- Commands append here in their own transaction; the sealer moves rows on into audit_seal. School 0 = acts without a school.
create table platform.audit_pending (
  school_id integer not null,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  account_id uuid,
  person_id uuid,
  session_id uuid,
  action text not null,
  subject jsonb not null,
  primary key (school_id, id)
);

-- The hash chain of a school: hash = sha256(previous hash || canonical row). Append-only.
create table platform.audit_seal (
  school_id integer not null,
  seq bigint not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  person_id uuid,
  session_id uuid,
  action text not null,
  subject jsonb not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (school_id, seq),
  unique (school_id, id)
);

-- News of a command, written in its transaction; the sealer gives it its number and moves it into the event stream.
create table platform.outbox (
  school_id integer not null,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  name text not null,
  topics text[] not null,
  payload jsonb not null,
  primary key (school_id, id)
);

-- The event stream of a school in commit order. topics: page:<id>, student:<id>, class:<id>, school.
create table platform.event (
  school_id integer not null,
  seq bigint not null,
  id uuid not null,
  at timestamptz not null,
  name text not null,
  topics text[] not null,
  payload jsonb not null,
  primary key (school_id, seq)
);

-- One row per school: the last numbers given, locked by the sealer only.
create table platform.stream_head (
  school_id integer not null primary key,
  audit_seq bigint not null default 0,
  audit_hash bytea not null default '\x',
  event_seq bigint not null default 0
);

-- A repeated command finds its key and answers from `result` (versions of what was written), 30 days.
create table platform.idempotency_key (
  school_id integer not null,
  account_id uuid not null,
  key uuid not null,
  endpoint text not null,
  request_hash bytea not null,
  result jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, account_id, key)
);

select platform.school_table('platform.audit_pending');
select platform.school_table('platform.audit_seal');
select platform.school_table('platform.outbox');
select platform.school_table('platform.event');
select platform.school_table('platform.stream_head');
select platform.school_table('platform.idempotency_key');
revoke select, update on platform.audit_pending, platform.outbox from parta_app;
revoke select, insert, update on platform.audit_seal, platform.stream_head from parta_app;
revoke insert, update on platform.event from parta_app;

-- The sealer works over all schools in one pass: it alone passes the fence, on these tables only.
create policy sealer on platform.audit_pending to parta_jobs using (true) with check (true);
create policy sealer on platform.outbox to parta_jobs using (true) with check (true);
create policy sealer on platform.audit_seal to parta_jobs using (true) with check (true);
create policy sealer on platform.event to parta_jobs using (true) with check (true);
create policy sealer on platform.stream_head to parta_jobs using (true) with check (true);
create policy sealer on platform.idempotency_key to parta_jobs using (true);
grant select, delete on platform.audit_pending, platform.outbox to parta_jobs;
grant select, insert on platform.audit_seal, platform.event to parta_jobs;
grant select, insert, update on platform.stream_head to parta_jobs;
grant select, delete on platform.idempotency_key to parta_jobs;

-- Acts on accounts that belong to no school (school 0).
create policy identity_chain on platform.audit_pending for insert to parta_identity with check (true);
grant insert on platform.audit_pending to parta_identity;

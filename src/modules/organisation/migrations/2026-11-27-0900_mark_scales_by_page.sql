-- Scales are changed by page. The usual one, of new journal pages: the one chosen last, else the oldest with numbers.
alter table organisation.mark_scale
  add column version integer not null default 1,
  add column usual_since timestamptz,
  add column retired_at timestamptz;
-- What is no longer offered stays on the marks given with it.
alter table organisation.mark_scale_value add column offered boolean not null default true;
grant delete on organisation.mark_scale_value to parta_app;

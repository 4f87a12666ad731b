-- A session on a computer others use too: short, without the office, with today's lessons alone to write in.
alter table directory.session drop constraint session_kind_check;
alter table directory.session add constraint session_kind_check check (kind in ('family', 'staff', 'shared'));
alter table directory.half_sign_in add column is_shared boolean not null default false;

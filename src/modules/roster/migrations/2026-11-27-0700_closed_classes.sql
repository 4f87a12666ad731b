-- A class or group opened by mistake is closed: lists show it no more, and opened again it has its id of before.
alter table roster.school_class add column closed_at timestamptz;
alter table roster.study_group add column closed_at timestamptz;

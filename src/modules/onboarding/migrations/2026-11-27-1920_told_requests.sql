-- When the sender of a request was told by letter: that it is decided, and before that that its days end.
alter table onboarding.link_request add column told_at timestamptz, add column warned_at timestamptz;

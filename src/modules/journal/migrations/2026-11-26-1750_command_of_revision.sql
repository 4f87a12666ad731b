-- Which command wrote a revision: a repeated request finds by it which of its cells were written.
alter table journal.mark_revision add column command_key uuid;

-- Somebody who sends an answer in the second in which the acknowledgement arrives has seen all there is to see: only news stands against them.
-- Of the cases there are nobody can say which version was the last news; the newest is safe.

alter table cases add column news_version integer not null default 1;
update cases set news_version = version;
alter table cases add check (news_version between 1 and version);

-- Somebody who sends an answer in the second in which the acknowledgement arrives has seen all there is to see: only news stands against them.
-- No default: a case knows its own from its first row on. Those there are have been seen as they stand.

alter table cases add column news_version integer;
update cases set news_version = version;
alter table cases alter column news_version set not null, add check (news_version between 1 and version);

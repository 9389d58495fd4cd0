-- A third door for keys of programs: reading what there is, and nothing else.
alter table api_key drop constraint api_key_opens_check;
alter table api_key add check (opens in ('complaints', 'events', 'objects'));

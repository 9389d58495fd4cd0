-- What a customer's message most likely is, with the words that spoke for it; null where none is likely enough. It goes with the words themselves.
alter table message add column kind_told jsonb check (jsonb_typeof(kind_told) = 'object');

-- A promise made in place of a broken one, when the customer is told that we are late.

-- The first promise of the matter: all that stand in for it name it, so that they are counted and kept together.
alter table promise add column instead_of uuid;
-- Looked at when the transaction ends: an import fills the rows of one table in any order.
alter table promise add constraint promise_instead_of foreign key (organization_id, instead_of) references promise deferrable initially deferred;
create index promise_instead_of on promise (organization_id, instead_of) where instead_of is not null;

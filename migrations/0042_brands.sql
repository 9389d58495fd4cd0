-- Brands: the names under which customers know a company. A channel may be one's own; a case keeps the one it came to, whatever the channel is later.
-- Without one it is the company itself.

create table brand (
  organization_id uuid not null references organization,
  brand_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  changed_at timestamptz not null,
  primary key (organization_id, brand_id),
  unique (organization_id, name)
);
call protect('brand', 'select, insert, update, delete');

alter table channel add column brand_id uuid,
  add foreign key (organization_id, brand_id) references brand;
alter table cases add column brand_id uuid,
  add foreign key (organization_id, brand_id) references brand;
create index case_of_brand on cases (organization_id, brand_id) where brand_id is not null;

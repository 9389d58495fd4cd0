-- What a company brings along: which of our things is which of theirs, and what people bought, gave back, and whom they told.

-- A thing of another system and what it became here: brought twice it is the same thing.
create table source_record (
  organization_id uuid not null references organization,
  kind text not null check (kind in ('customer', 'order', 'refund', 'visit', 'referral', 'case')),
  source_id text not null check (length(source_id) between 1 and 100),
  object_id uuid not null,
  brought_at timestamptz not null,
  primary key (organization_id, kind, source_id)
);
call protect('source_record', 'select, insert, delete');
create index source_record_of on source_record (organization_id, object_id);

-- What somebody bought. Amounts are kept in the currency they were paid in.
create table purchase (
  organization_id uuid not null references organization,
  purchase_id uuid not null,
  customer_id uuid not null,
  at timestamptz not null,
  amount numeric(16, 4) not null check (amount >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  items jsonb not null default '[]' check (jsonb_typeof(items) = 'array'),
  primary key (organization_id, purchase_id),
  foreign key (organization_id, customer_id) references customer
);
call protect('purchase', 'select, insert');
create index purchase_of_customer on purchase (organization_id, customer_id, at);

create table refund (
  organization_id uuid not null references organization,
  refund_id uuid not null,
  purchase_id uuid not null,
  at timestamptz not null,
  amount numeric(16, 4) not null check (amount >= 0),
  reason text not null check (length(reason) <= 300),
  primary key (organization_id, refund_id),
  foreign key (organization_id, purchase_id) references purchase
);
call protect('refund', 'select, insert, update');
create index refund_of_purchase on refund (organization_id, purchase_id);

-- Who came because of whom.
create table referral (
  organization_id uuid not null references organization,
  referral_id uuid not null,
  from_customer_id uuid not null,
  to_customer_id uuid not null,
  at timestamptz not null,
  how text not null check (length(how) <= 100),
  primary key (organization_id, referral_id),
  foreign key (organization_id, from_customer_id) references customer,
  foreign key (organization_id, to_customer_id) references customer,
  check (from_customer_id <> to_customer_id)
);
call protect('referral', 'select, insert, update');
create index referral_from on referral (organization_id, from_customer_id);
create index referral_to on referral (organization_id, to_customer_id);

alter table interaction drop constraint interaction_kind_check;
alter table interaction add constraint interaction_kind_check
  check (kind in ('message', 'case', 'promise', 'bounce', 'identity', 'purchase', 'refund', 'visit', 'referral'));

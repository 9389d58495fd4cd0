-- What people here were told of a customer, or were shown: claimed by whoever typed it, and no figure knows of it until somebody else has seen a document.
create table typed_evidence (
  organization_id uuid not null references organization,
  evidence_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('purchase', 'referral')),
  words text not null check (length(words) <= 300),
  at timestamptz not null,
  amount numeric(16, 4) check (amount > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  -- Who is said to have told them of us.
  told_by uuid,
  typed_by uuid not null,
  typed_at timestamptz not null,
  document text check (length(document) <= 300),
  verified_by uuid,
  verified_at timestamptz,
  primary key (organization_id, evidence_id),
  foreign key (organization_id, customer_id) references customer,
  foreign key (organization_id, told_by) references customer,
  foreign key (organization_id, typed_by) references staff,
  foreign key (organization_id, verified_by) references staff,
  constraint of_one_kind check ((kind = 'purchase') = (amount is not null and currency is not null) and (kind = 'referral') = (told_by is not null)),
  constraint nobody_brings_themselves check (told_by <> customer_id),
  constraint never_verified_by_who_typed_it check (verified_by <> typed_by),
  constraint verified_by_somebody_from_a_document check ((verified_by is null) = (verified_at is null) and (verified_by is null) = (document is null))
);
call protect('typed_evidence', 'select, insert, update (document, verified_by, verified_at), delete');
create index typed_evidence_of on typed_evidence (organization_id, customer_id, typed_at);
create index typed_evidence_naming on typed_evidence (organization_id, told_by) where told_by is not null;

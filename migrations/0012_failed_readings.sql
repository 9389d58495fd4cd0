-- A reading that failed says why. One that was in hand when the desk died says nothing, and most likely was not to blame: the two are told apart.
alter table unread_raw add column failures integer not null default 0;

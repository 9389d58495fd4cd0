-- Mailboxes that log in by token. The refresh token stands beside `secret`, not in it: servers replace it while a mailbox is being read, which is no
-- change of its settings. While one process asks for an access token no other does, as some servers take a refresh token once only.
alter table channel
  add column token_grant bytea, -- sealed: the refresh token, and what it was given for
  add column token_asked_until timestamptz,
  add column sign_in bytea; -- sealed: a sign-in that is on its way through somebody's browser

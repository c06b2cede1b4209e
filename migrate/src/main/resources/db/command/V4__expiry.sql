-- An overdue invitation that somebody is about to record as expired, or could not, is left alone by everybody until then.
alter table command.membership add column expiry_retry_at timestamptz;

create index membership_expiry on command.membership (invitation_expires_at) where invitation_expires_at is not null;

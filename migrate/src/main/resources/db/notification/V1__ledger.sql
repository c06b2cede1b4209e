-- What is owed: a row per (event, recipient), which makes redelivery harmless.

create table notification.letter (
    event_id      uuid        not null,
    recipient     text        not null check (recipient in ('invitee', 'inviter')),
    member_id     uuid        not null,
    sequence      bigint      not null,
    recorded_at   timestamptz not null,
    invitation_id uuid        not null,
    issue         integer     not null,
    organization  text        not null,
    role          text        not null,
    invitee_name  text        not null,
    invitee_email text        not null,
    inviter_name  text,
    inviter_email text,
    expires_at    timestamptz not null,
    status        text        not null check (status in ('due', 'sending', 'sent', 'failed', 'cancelled')),
    attempts      integer     not null default 0,
    -- When a worker may take it: the next attempt of one that is due, the end of the lease of one that is being sent.
    take_at       timestamptz not null default now(),
    reason        text,
    written_at    timestamptz not null default now(),
    settled_at    timestamptz,
    primary key (event_id, recipient),
    check ((inviter_name is null) = (inviter_email is null)),
    check ((settled_at is null) = (status in ('due', 'sending')))
);

create index letter_to_take on notification.letter (take_at) where status in ('due', 'sending');
create index letter_of_member on notification.letter (member_id) where status in ('due', 'sending');

-- The newest event of a member after which earlier letters would no longer tell the truth. It outlives them, so that an old event that
-- comes again late owes nothing.
create table notification.ending (
    member_id uuid   not null primary key,
    sequence  bigint not null,
    reason    text   not null
);

grant usage on schema notification to roster_notification;
grant select, insert, update on notification.letter, notification.ending to roster_notification;

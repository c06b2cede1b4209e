-- What a command must know beyond its own aggregate, kept in the command's own transaction.

create table command.organization (
    organization_id uuid    primary key,
    slug            text    not null unique,
    name            text    not null,
    active_admins   integer not null default 0 check (active_admins >= 0)
);

-- The open memberships. email_claim is the canonical address while the membership holds it: null once the invitation has expired.
create table command.membership (
    member_id             uuid primary key,
    organization_id       uuid not null,
    email_claim           text,
    name                  text not null,
    email                 text not null,
    role                  text not null,
    status                text not null check (status in ('invited', 'active', 'suspended')),
    invitation_expires_at timestamptz,
    active_since          timestamptz,
    identity_provider     text,
    identity_subject      text,
    unique (organization_id, email_claim)
);
create index membership_active on command.membership (organization_id, active_since) where status = 'active';
create index membership_invited on command.membership (organization_id) where status = 'invited';

-- An answer that is given again when the same request comes again.
create table command.idempotency (
    caller       text        not null,
    key          text        not null,
    request_hash text        not null,
    status       integer     not null,
    headers      jsonb       not null,
    body         text,
    answered_at  timestamptz not null default clock_timestamp(),
    primary key (caller, key)
);
create index idempotency_answered_at on command.idempotency (answered_at);

-- Who follows the event store, how far they have come, and who does it now.
create table command.subscription (
    name         text        primary key,
    position     bigint      not null,
    owner        uuid,
    leased_until timestamptz not null default '-infinity'
);
insert into command.subscription (name, position) values ('publisher', 0);

grant usage on schema command to roster_command;
grant select, insert, update, delete on all tables in schema command to roster_command;

-- Ordering and searching compare keys that the service makes (see SortKey), byte by byte: the order does not change with the
-- libraries of the machine that PostgreSQL runs on.

create table member (
    member_id               uuid        not null,
    organization_id         uuid        not null,
    name                    text,
    name_key                text        not null collate "C",
    email                   text,
    email_key               text        not null collate "C",
    role                    text        not null,
    status                  text        not null,
    since                   timestamptz not null,
    version                 bigint      not null,
    erased                  boolean     not null,
    invitation_id           uuid        not null,
    invitation_status       text        not null,
    invitation_issue        integer     not null,
    invitation_expires_at   timestamptz not null,
    inviter_id              uuid,
    inviter_name            text,
    invitation_requested_at timestamptz,
    invitee_mail_status     text,
    invitee_mail_at         timestamptz,
    invitee_mail_failure    text,
    inviter_mail_status     text,
    inviter_mail_at         timestamptz,
    inviter_mail_failure    text,
    mail_events             bigint      not null
);

create table member_history (
    member_id       uuid        not null,
    sequence        bigint      not null,
    organization_id uuid        not null,
    position        bigint      not null,
    type            text        not null,
    recorded_at     timestamptz not null,
    actor_kind      text        not null,
    actor_id        text        not null,
    on_behalf_of    uuid,
    reason          text,
    before          jsonb,
    after           jsonb
);

create table role_count (
    organization_id uuid   not null,
    role            text   not null,
    status          text   not null,
    members         bigint not null
);

create table api_token (
    token_id        uuid        not null,
    organization_id uuid        not null,
    kind            text        not null,
    owner_id        uuid,
    name            text,
    scopes          text[]      not null,
    created_at      timestamptz not null,
    creator_kind    text        not null,
    creator_id      text        not null,
    on_behalf_of    uuid,
    expires_at      timestamptz,
    revoked_at      timestamptz,
    version         bigint      not null
);

-- API tokens, of which only the hash of the secret is kept. An organization's own has no owner.
create table command.api_token (
    token_id        uuid    primary key,
    organization_id uuid    not null,
    owner_id        uuid,
    scopes          text[]  not null,
    secret_sha256   bytea   not null unique,
    expires_at      timestamptz,
    revoked         boolean not null default false
);
create index api_token_owner on command.api_token (owner_id) where not revoked;
grant select, insert, update on command.api_token to roster_command;

-- One person has at most one membership in an organization.
create unique index membership_identity on command.membership (identity_provider, identity_subject, organization_id);

-- What every service may know of who may do what. These views are all that services have in common with commands, and as they are
-- kept in the commands' own transactions, nobody is let in by what is no longer so.
create schema access;

create view access.organization as
select organization_id, slug, name from command.organization;

create view access.member as
select member_id, organization_id, role, status, identity_provider, identity_subject from command.membership;

-- A personal token is none without the membership that it is a part of.
create view access.api_token as
select token.token_id, token.organization_id, token.owner_id, token.scopes, token.secret_sha256, owner.role as owner_role,
       owner.status as owner_status
  from command.api_token token left join command.membership owner on owner.member_id = token.owner_id
 where not token.revoked
   and (token.expires_at is null or token.expires_at > clock_timestamp())
   and (token.owner_id is null or owner.member_id is not null);

grant usage on schema access to roster_command, roster_query;
grant select on all tables in schema access to roster_command, roster_query;

-- The accounts that members sign in with. That with which the invitation was accepted has the id of the member.
create table command.account (
    account_id      uuid        primary key,
    member_id       uuid        not null references command.membership on delete cascade,
    organization_id uuid        not null,
    provider        text        not null,
    subject         text        not null,
    linked_at       timestamptz not null default clock_timestamp(),
    unique (provider, subject, organization_id)
);
create index account_member on command.account (member_id);

insert into command.account (account_id, member_id, organization_id, provider, subject, linked_at)
select member_id, member_id, organization_id, identity_provider, identity_subject, coalesce(active_since, clock_timestamp())
  from command.membership where identity_subject is not null;

-- Both this version of command-service and the previous one write the first account to the membership. The next release drops these
-- columns, with the trigger, and those of the view access.member, which only the previous version reads.
create function command.account_of_membership() returns trigger language plpgsql as $$
begin
    insert into command.account (account_id, member_id, organization_id, provider, subject)
    values (new.member_id, new.member_id, new.organization_id, new.identity_provider, new.identity_subject);
    return null;
end $$;

create trigger account_of_membership after update of identity_subject on command.membership
    for each row when (new.identity_subject is not null and new.identity_subject is distinct from old.identity_subject)
    execute function command.account_of_membership();

grant select, insert, delete on command.account to roster_command;

create view access.account as select account_id, member_id, organization_id, provider, subject, linked_at from command.account;
grant select on access.account to roster_command, roster_query;

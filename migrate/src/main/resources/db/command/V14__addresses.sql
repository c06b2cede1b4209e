-- The providers that members with an address sign in with, in any organization.
create index membership_address on command.membership (email_claim) where active_since is not null;

create view access.address as
select membership.email_claim as address, account.provider
  from command.membership join command.account using (member_id)
 where membership.active_since is not null and membership.email_claim is not null;

grant select on access.address to roster_command, roster_query;

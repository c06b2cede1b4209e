-- How many invitations there may be: open ones of an organization, to one address within a day, in one member's name within an hour.

-- Every letter to an invitee, as long as a cap counts it. Somebody who was not invited in anybody's name has no inviter.
create table command.invitation_letter (
    address    text        not null,
    inviter_id uuid,
    sent_at    timestamptz not null
);
create index invitation_letter_address on command.invitation_letter (address, sent_at);
create index invitation_letter_inviter on command.invitation_letter (inviter_id, sent_at) where inviter_id is not null;

drop index command.membership_invited;
create index membership_invited on command.membership (organization_id, invitation_expires_at) where status = 'invited';

-- Which cap one more invitation would exceed, and when it would no longer. Where the answer is none, it holds until this transaction
-- ends, however many others invite at the same moment.
--
-- Who is near a cap has the organization to themselves from here on, and counts what has been committed. Far from it, invitations only
-- share the organization, so that they never wait for each other. They are far as long as the store has not gone beyond the position
-- sure_until: every invitation comes with an event, so there are at most as many more as there were positions since the count; beside
-- those in flight when it was made, and those in flight now. Of both there are at most as many as there are connections.
--
-- sure_until: from an earlier call for the same organization and inviter, or -1; comes back as it is now.
create function command.invitation_caps(organization uuid, member uuid, recipient text, inviter uuid, moment timestamptz,
        organization_limit integer, address_limit integer, inviter_limit integer, inout sure_until bigint,
        out reached text, out free_at timestamptz) language plpgsql as $$
declare
    in_flight constant bigint := 2 * current_setting('max_connections')::bigint;
    head bigint;
begin
    perform pg_advisory_xact_lock(1, hashtext(recipient));
    select 'address', sent_at + interval '1 day' into reached, free_at from command.invitation_letter
     where address = recipient and sent_at > moment - interval '1 day' order by sent_at desc offset address_limit - 1 limit 1;
    if found then
        return;
    end if;

    select last_value into head from event_store.event_position;
    if head > sure_until then
        sure_until := head - in_flight + least(
            organization_limit - (select count(*) from (
                select from command.membership where organization_id = organization and status = 'invited'
                   and invitation_expires_at > moment limit organization_limit) open),
            inviter_limit - (select count(*) from (
                select from command.invitation_letter where inviter_id = inviter
                   and sent_at > moment - interval '1 hour' limit inviter_limit) sent));
    end if;
    if head <= sure_until then
        perform pg_advisory_xact_lock_shared(2, hashtext(organization::text));
        if (select last_value from event_store.event_position) > sure_until then
            raise exception 'the count has become too old' using errcode = 'serialization_failure';
        end if;
        return;
    end if;

    perform pg_advisory_xact_lock(2, hashtext(organization::text));
    select 'organization', invitation_expires_at into reached, free_at from command.membership
     where organization_id = organization and status = 'invited' and invitation_expires_at > moment and member_id <> member
     order by invitation_expires_at desc offset organization_limit - 1 limit 1;
    if not found then
        select 'inviter', sent_at + interval '1 hour' into reached, free_at from command.invitation_letter
         where inviter_id = inviter and sent_at > moment - interval '1 hour'
         order by sent_at desc offset inviter_limit - 1 limit 1;
    end if;
end $$;

grant select, insert, delete on command.invitation_letter to roster_command;

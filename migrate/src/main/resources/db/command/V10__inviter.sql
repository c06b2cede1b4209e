-- In whose name an invitation was sent: it ends when they may no longer invite.
alter table command.membership add column inviter_id uuid;

update command.membership
   set inviter_id = (
           select (payload -> 'inviter' ->> 'memberId')::uuid from event_store.event
            where aggregate_id = membership.member_id and event_type in ('member.invited', 'member.invitation_resent')
            order by sequence_number desc limit 1);

create index membership_inviter on command.membership (inviter_id) where status = 'invited' and invitation_expires_at is not null;

-- Of whom nothing must be known any more, neither as invitee nor as inviter; an old event that comes again late does not bring them back.
create table notification.erased (
    member_id uuid not null primary key
);
grant select, insert on notification.erased to roster_notification;

alter table notification.letter
    alter column invitee_name drop not null,
    alter column invitee_email drop not null,
    add column inviter_id uuid;
create index letter_of_anybody on notification.letter (member_id);
create index letter_of_inviter on notification.letter (inviter_id) where inviter_name is not null;
drop index notification.letter_of_member;

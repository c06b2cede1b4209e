-- Organizations take turns, so every letter says whose it is. Those that were written before this take one turn together.
alter table notification.letter drop constraint letter_check2;
update notification.letter set organization_id = '00000000-0000-0000-0000-000000000000' where organization_id is null;
alter table notification.letter alter column organization_id set not null;

drop index notification.letter_to_take;
create index letter_to_take on notification.letter (organization_id, recorded_at, event_id, recipient) where status in ('due', 'sending');
create index letter_of_invitation on notification.letter (invitation_id);

-- How far the topic has been read since the ledger was new, and how far it reached then. No letter leaves before it has been read up to there.
create table notification.reading (
    partition integer not null primary key,
    position  bigint  not null,
    goal      bigint  not null
);

-- What the record says of letters that the ledger does not know, because another one sent them.
create table notification.told (
    invitation_id uuid    not null,
    issue         integer not null,
    recipient     text    not null check (recipient in ('invitee', 'inviter')),
    result        text    not null check (result in ('sent', 'failed')),
    failure       text    check (failure in ('unknown_address', 'mailbox_full', 'refused', 'gave_up')),
    answer        text,
    primary key (invitation_id, issue, recipient),
    check ((result = 'failed') = (failure is not null))
);

grant select, insert, update on notification.reading, notification.told to roster_notification;

-- From when on a letter must not have been handed over.
alter table notification.ending add column written_at timestamptz not null default now();

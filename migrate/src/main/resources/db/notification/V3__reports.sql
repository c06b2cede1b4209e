-- What became of letters is reported, so that it stands in the record: why one failed, and until when the report is somebody's to make.
alter table notification.letter
    add column failure text check (failure in ('unknown_address', 'mailbox_full', 'refused', 'gave_up')),
    add column answer text,
    add column report_at timestamptz not null default now(),
    add column reported_at timestamptz,
    add column reported text check (reported in ('sent', 'failed')),
    add check ((reported is null) = (reported_at is null));

-- Those of before this have nothing but a reason in words.
update notification.letter set failure = 'refused' where status = 'failed';
alter table notification.letter add check (status <> 'failed' or failure is not null);

create index letter_to_report on notification.letter (report_at)
 where occasion = 'invited' and status in ('sent', 'failed') and reported is distinct from status;

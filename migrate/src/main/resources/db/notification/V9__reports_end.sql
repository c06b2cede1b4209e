-- How often command-service has rejected the report of a result, and when no further attempt was made because it never accepts it.
alter table notification.letter
    add column report_rejections integer not null default 0,
    add column report_ended_at timestamptz;

drop index notification.letter_to_report;
create index letter_to_report on notification.letter (report_at)
 where occasion = 'invited' and status in ('sent', 'failed') and reported is distinct from status and report_ended_at is null;

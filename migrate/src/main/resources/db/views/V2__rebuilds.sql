-- Rebuilds and verifying runs, with their progress, so that every instance can answer for all.

create table views.rebuild (
    id           uuid        primary key,
    layout       integer     not null,
    verify       boolean     not null,
    initial      boolean     not null,
    state        text        not null,
    attempt      integer     not null default 0,
    events       bigint      not null default 0,
    total        bigint,
    requested_at timestamptz not null default clock_timestamp(),
    begun_at     timestamptz,
    updated_at   timestamptz not null default clock_timestamp(),
    ended_at     timestamptz,
    reason       text,
    result       jsonb
) with (fillfactor = 50);

create unique index one_rebuild_at_a_time on views.rebuild (layout) where ended_at is null;

alter table views.generation add live_at timestamptz;

grant select, insert, update, delete on views.rebuild to roster_query;

-- Differences between the event store and the log that the watch has found. The next checkpoint makes each an entry of the root log.
create table record_log.alarm (
    -- The organization, or 00000000-… when it is about no single one.
    tree       uuid        not null,
    number     bigint      not null,
    what       text        not null unique,
    found_at   timestamptz not null,
    -- Its leaf in the root log; null until the next checkpoint.
    root_index bigint      unique,
    primary key (tree, number)
);
create index alarm_to_be_logged on record_log.alarm (tree, number) where root_index is null;

create function record_log.refuse_change_of_alarm() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.root_index is null and (old.tree, old.number, old.what, old.found_at) = (new.tree, new.number, new.what, new.found_at) then
            return new;
        end if;
    end if;
    raise exception 'alarms are append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete on record_log.alarm
    for each row execute function record_log.refuse_change_of_alarm();
create trigger append_only_as_a_whole before truncate on record_log.alarm
    for each statement execute function record_log.refuse_change_of_alarm();

grant select, insert on record_log.alarm to roster_query;
grant update (root_index) on record_log.alarm to roster_query;

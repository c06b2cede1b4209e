-- The identity of this store, which its backups share.
create table event_store.store (
    only_one boolean primary key default true check (only_one),
    store_id uuid    not null default gen_random_uuid()
);
insert into event_store.store default values;

-- Epochs: each restore from a backup begins one. The bits of a position from the 37th on are its epoch, so that no position of a time that was
-- lost is given out again. With 2^40, at which the keys of appends begin (mark_append), a position must fit in 48 bits.
create table event_store.epoch (
    number     integer     primary key check (number between 0 and 4079),
    -- The last position of earlier epochs that the store has. Those after it, up to the beginning of this epoch, were lost.
    lost_after bigint      not null,
    began_at   timestamptz not null default clock_timestamp()
);
insert into event_store.epoch (number, lost_after) values (0, -1);

-- Begins the next epoch, or a later one. To be called after a restore, before the services start. Appends may take lower keys than that of
-- their position: the first positions of an epoch are left out, so that the high-water mark is in it.
create function event_store.begin_epoch(at_least integer default 0) returns integer
    language plpgsql security definer set search_path = event_store, pg_temp as $$
declare
    begun integer;
begin
    lock table event in share row exclusive mode;
    select greatest(max(number) + 1, at_least) into begun from epoch;
    insert into epoch (number, lost_after) select begun, coalesce(max(position), 0) from event;
    perform setval('event_position', (begun::bigint << 36) + 1024);
    return begun;
end $$;

revoke all on function event_store.begin_epoch from public;
grant execute on function event_store.begin_epoch to roster_command;
grant select on event_store.store, event_store.epoch to roster_command, roster_query;

-- The record: one row per event, in one order, added and never touched again.

-- Starts as already called, so that last_value is always a position that has been handed out.
create sequence event_store.event_position minvalue 0 start 0 cache 1;
select nextval('event_store.event_position');

create table event_store.event (
    position        bigint      not null default nextval('event_store.event_position') primary key,
    event_id        uuid        not null unique,
    aggregate_id    uuid        not null,
    sequence_number bigint      not null check (sequence_number >= 0),
    event_type      text        not null,
    revision        integer     not null,
    organization_id uuid        not null,
    payload         jsonb       not null,
    metadata        jsonb       not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    unique (aggregate_id, sequence_number)
);
alter sequence event_store.event_position owned by event_store.event.position;

create function event_store.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the event store is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on event_store.event
    for each statement execute function event_store.refuse_change();

-- The high-water mark: positions are handed out before commit, so a reader that simply goes on after the last row it saw would skip a
-- row that becomes visible late. Every append therefore takes, before its first position, a shared lock whose key carries the last
-- position handed out; everything it appends lies above. A reader goes no further than the smallest key that is still held.
-- Nobody waits for anybody. 7 marks our keys; the low 48 bits are the position.
create function event_store.mark_append() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared((7::bigint << 48) | (select last_value from event_store.event_position));
    return null;
end $$;

create trigger mark_append before insert on event_store.event
    for each statement execute function event_store.mark_append();

-- The sequence is read before the locks: an append that is not yet among the locks can only get positions above.
-- Locks are released only after rows have become visible, so a snapshot taken after this call holds every row up to its answer.
create function event_store.high_water_mark(out high_water_mark bigint, out last_position bigint) language plpgsql volatile as $$
declare
    oldest_append bigint;
begin
    select last_value into last_position from event_store.event_position;
    select min(((classid::bigint << 32) | objid::bigint) & ((1::bigint << 48) - 1)) into oldest_append
      from pg_locks
     where locktype = 'advisory' and granted and objsubid = 1 and (classid::bigint >> 16) = 7
       and database = (select oid from pg_database where datname = current_database());
    high_water_mark := least(last_position, coalesce(oldest_append, last_position));
end $$;

grant usage on schema event_store to roster_command, roster_query;
grant select on event_store.event, event_store.event_position to roster_command, roster_query;
grant insert on event_store.event to roster_command;
grant usage on event_store.event_position to roster_command;

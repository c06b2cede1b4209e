-- Any role can take an advisory lock with any key. Only sessions whose role may append hold back the high-water mark.
-- A lock without a session is that of a prepared transaction, which counts.
create view event_store.append_in_flight as
select (((lock.classid::bigint << 32) | lock.objid::bigint) & ((1::bigint << 48) - 1)) - (1::bigint << 40) as position,
       lock.pid, pg_get_userbyid(session.usesysid) as role, session.application_name, session.xact_start as since
  from pg_locks lock left join pg_stat_get_activity(null) session on session.pid = lock.pid
 where lock.locktype = 'advisory' and lock.granted and lock.objsubid = 1 and lock.classid::bigint >> 16 = 7
   and lock.database = (select oid from pg_database where datname = current_database())
   and (lock.pid is null or has_table_privilege(session.usesysid, 'event_store.event', 'insert'));

-- A transaction remembers the sessions that it has seen; pg_stat_clear_snapshot makes it look again. A session that connects after the
-- sequence has been read can only get positions above, so it does not matter whether sessions or locks are read first.
create or replace function event_store.high_water_mark(out high_water_mark bigint, out last_position bigint) language plpgsql volatile as $$
declare
    oldest_append bigint;
begin
    select last_value into last_position from event_store.event_position;
    perform pg_stat_clear_snapshot();
    select min(position) into oldest_append from event_store.append_in_flight;
    high_water_mark := least(last_position, coalesce(oldest_append, last_position));
end $$;

grant select on event_store.append_in_flight to roster_command, roster_query;

-- An append does not wait for a session that holds its key exclusively: it takes a lower one, which holds the mark back a little more.
-- Keys begin at 2^40, so that there are lower ones for the first position too.
create or replace function event_store.mark_append() returns trigger language plpgsql as $$
declare
    position bigint;
begin
    select last_value into position from event_store.event_position;
    while not pg_try_advisory_xact_lock_shared((7::bigint << 48) | ((1::bigint << 40) + position)) loop
        position := position - 1;
    end loop;
    return null;
end $$;

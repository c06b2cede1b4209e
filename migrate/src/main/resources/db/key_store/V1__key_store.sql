-- The keys that seal what names a person in the events: one per member, wrapped by a master key that is never here. Backed up apart from
-- everything else and for at most 30 days, so that who is erased is so in the backups, too.

-- A known text sealed under each master key that was ever used, by which a wrong one is told.
create table key_store.master_key (
    master_key_id text  primary key,
    proof         bytea not null
);

-- Of a key that was destroyed the row stays: what is erased must not look like what is lost.
create table key_store.data_key (
    member_id     uuid        primary key,
    master_key_id text        not null,
    wrapped_key   bytea,
    created_at    timestamptz not null default now(),
    destroyed_at  timestamptz,
    check ((wrapped_key is null) = (destroyed_at is not null))
);

grant usage on schema key_store to roster_command, roster_query, roster_keys;
grant select on key_store.master_key, key_store.data_key to roster_command, roster_query;
grant insert on key_store.master_key to roster_command;
grant insert (member_id, master_key_id, wrapped_key), update (master_key_id, wrapped_key, destroyed_at) on key_store.data_key to roster_command;
grant select, insert, update, delete on key_store.master_key, key_store.data_key to roster_keys;

-- The log over the stored events: a Merkle tree for each organization and one for all events, and the root log, whose leaves are their heads.
-- Tree 00000000-… has all events; tree ffffffff-… is the root log.

create table record_log.progress (
    only_one boolean primary key default true check (only_one),
    -- Identity of the log, as configured at its first step.
    origin   text    not null default '',
    position bigint  not null default 0
) with (fillfactor = 20);
insert into record_log.progress default values;

create table record_log.tree (
    tree        uuid   primary key,
    size        bigint not null,
    -- Hashes of the subtrees that the size consists of, the largest first.
    subtrees    bytea  not null,
    heads       bigint not null default 0,
    headed_size bigint not null default 0
) with (fillfactor = 70);
create index tree_without_head on record_log.tree (tree) where size > headed_size;

-- Leaves of the last tile of each tree, until it has all its 256.
create table record_log.recent_leaf (
    tree     uuid   not null,
    index    bigint not null,
    position bigint not null,
    hash     bytea  not null,
    primary key (tree, index)
);

-- Tiles as in tlog-tiles. Of level 0 there are only complete ones, with the positions of their events.
create table record_log.tile (
    tree          uuid     not null,
    level         smallint not null,
    index         bigint   not null,
    hashes        bytea    not null,
    positions     bigint[] not null,
    last_position bigint   not null,
    primary key (tree, level, index)
);
alter table record_log.tile alter hashes set storage external;
create index tile_of_position on record_log.tile (tree, last_position) where level = 0;

create table record_log.head (
    tree       uuid    not null,
    number     bigint  not null,
    size       bigint  not null,
    root       bytea   not null,
    epoch      integer not null,
    -- Its leaf in the root log.
    root_index bigint  not null unique,
    primary key (tree, number)
);

create table record_log.checkpoint (
    size      bigint      primary key,
    epoch     integer     not null,
    position  bigint      not null,
    note      text        not null,
    signed_at timestamptz not null
);

create function record_log.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'heads and checkpoints are append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on record_log.head
    for each statement execute function record_log.refuse_change();
create trigger append_only before update or delete or truncate on record_log.checkpoint
    for each statement execute function record_log.refuse_change();

grant usage on schema record_log to roster_query;
grant select on all tables in schema record_log to roster_query;
grant insert on record_log.tree, record_log.recent_leaf, record_log.tile, record_log.head, record_log.checkpoint to roster_query;
grant update on record_log.progress, record_log.tree, record_log.tile to roster_query;
grant delete on record_log.recent_leaf to roster_query;

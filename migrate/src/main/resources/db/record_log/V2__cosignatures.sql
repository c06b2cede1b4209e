-- Signatures of witnesses under checkpoints, as lines of the note.
create table record_log.cosignature (
    size    bigint not null,
    witness text   not null,
    line    text   not null,
    primary key (size, witness)
);
grant select, insert on record_log.cosignature to roster_query;

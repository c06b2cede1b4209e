-- The topic of a publisher, as Kafka acknowledged it: its id, and the offset after the last acknowledged record of each partition. A topic
-- with another id, or that ends before, has lost records.
alter table command.subscription
    add column topic_id text,
    add column acknowledged bigint[] not null default '{}',
    -- When the loss was noticed; null when nothing is missing on Kafka.
    add column lost_at timestamptz,
    -- The position up to which records must be published again. A publisher before that position is doing so.
    add column missing_up_to bigint,
    -- An operator's wish to publish everything after a position again, until the publisher begins to.
    add column republish_after bigint;

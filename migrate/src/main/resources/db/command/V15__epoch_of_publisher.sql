-- The epoch of the event store for which the topic of a publisher was last looked through for members that the store does not have.
alter table command.subscription add column epoch integer not null default 0;

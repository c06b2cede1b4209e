-- What names a person in the event, sealed. In its JSON stands the place of each field among them.
alter table event_store.event add sealed bytea not null default '';
alter table event_store.event alter sealed drop default;

-- Who has ever been a member, to look for keys that are lost.
create index member_invited on event_store.event (aggregate_id) where event_type = 'member.invited';

-- Who has been erased, to look for keys that a backup has brought back.
create index member_erased on event_store.event (aggregate_id) where event_type = 'member.erased';

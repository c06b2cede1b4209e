-- Letters that ask for a new invitation lead to a member's page, which has the organization in its address.
alter table notification.letter
    add column occasion text not null default 'invited' check (occasion in ('invited', 'requested')),
    add column organization_id uuid,
    add check ((occasion = 'requested') = (organization_id is not null));

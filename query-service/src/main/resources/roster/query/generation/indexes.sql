alter table organization add primary key (organization_id);
create unique index on organization (slug);

alter table member add primary key (member_id);
create index on member (organization_id, name_key, member_id) where status <> 'deleted';
create index on member (organization_id, email_key, member_id) where status <> 'deleted';
create index on member (organization_id, since, member_id) where status <> 'deleted';
create index on member (organization_id, status, role);

alter table member_history add primary key (member_id, sequence);

alter table role_count add primary key (organization_id, role, status);

analyze organization, member, member_history, role_count;

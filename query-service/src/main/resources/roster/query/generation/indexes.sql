alter table member add primary key (member_id);
create index on member (organization_id, name_key, member_id) where status <> 'deleted';
create index on member (organization_id, email_key, member_id) where status <> 'deleted';
create index on member (organization_id, since, member_id) where status <> 'deleted';
create index on member (organization_id, status, role);
create index on member (organization_id, role) where status = 'invited' and invitation_status = 'expired';

alter table member_history add primary key (member_id, sequence);

alter table role_count add primary key (organization_id, role, status);

alter table api_token add primary key (token_id);
create index on api_token (organization_id, created_at, token_id);

analyze member, member_history, role_count, api_token;

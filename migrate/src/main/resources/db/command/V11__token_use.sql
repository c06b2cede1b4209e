-- When an API token was last used, to the minute. Every service notes it, so this is the only table of this schema: the others are views.
create table access.api_token_use (
    token_id uuid        primary key,
    used_at  timestamptz not null
);
grant select, insert, update on access.api_token_use to roster_command, roster_query;

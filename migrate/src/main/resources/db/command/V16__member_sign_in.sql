-- The hour in which a member last signed in. Beside api_token_use, the only table that every service writes. The row is deleted when the
-- member is erased.
create table access.member_sign_in (
    member_id    uuid        primary key,
    signed_in_at timestamptz not null
);
grant select, insert, update on access.member_sign_in to roster_command, roster_query;
grant delete on access.member_sign_in to roster_command;

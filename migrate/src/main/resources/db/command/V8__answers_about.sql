-- The members that an answer names, themselves or as owners of tokens: erasure finds the answers that it has to blank by them.

create function command.members_named_in(answer text) returns uuid[]
    language sql immutable parallel safe
    return (select array_agg(distinct (id #>> '{}')::uuid)
              from (select jsonb_path_query(answer::jsonb, '$.**.memberId')
                    union all
                    select jsonb_path_query(answer::jsonb, '$.**.ownerId')) ids (id)
             where jsonb_typeof(id) = 'string');

alter table command.idempotency add column about uuid[] generated always as (command.members_named_in(body)) stored;
create index idempotency_about on command.idempotency using gin (about);

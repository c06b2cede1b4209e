-- The views come in generations, each a schema views_<number> that the service makes and drops by itself.

create table views.generation (
    number     integer     generated always as identity primary key,
    layout     integer     not null,
    state      text        not null check (state in ('building', 'live', 'retired')),
    position   bigint      not null,
    created_at timestamptz not null default now(),
    retired_at timestamptz
) with (fillfactor = 20);

create unique index one_live_generation on views.generation (layout) where state = 'live';

grant usage on schema views to roster_query;
grant select, insert, update, delete on views.generation to roster_query;

do $$ begin
    execute format('grant create on database %I to roster_query', current_database());
end $$;

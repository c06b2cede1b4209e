-- Services check at their start that their schemas have the migrations that they need.
-- query-service reads views of this schema, and none of its tables but this one.
grant usage on schema command to roster_query;
grant select on command.flyway_schema_history to roster_command, roster_query;

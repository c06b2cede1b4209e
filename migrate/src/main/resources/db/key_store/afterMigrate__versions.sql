-- Services check at their start that their schemas have the migrations that they need.
grant select on key_store.flyway_schema_history to roster_command, roster_query;

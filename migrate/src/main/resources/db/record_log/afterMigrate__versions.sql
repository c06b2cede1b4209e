-- Services check at their start that their schemas have the migrations that they need.
grant select on record_log.flyway_schema_history to roster_query, roster_command;

-- Who may use the database, run once by the database's owner, who need not be a superuser. The database is a psql variable:
--   psql -v database=roster -f database.sql
revoke all on database :"database" from public;

-- Migrations create the schemas.
grant connect, create on database :"database" to roster_owner with grant option;

-- query-service creates a schema for each generation of its views.
grant connect, create on database :"database" to roster_query;

grant connect on database :"database" to roster_command, roster_notification, roster_keys;

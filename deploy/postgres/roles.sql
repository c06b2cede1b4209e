-- The roles, created once by a role that may create roles (CREATEROLE), which need not be a superuser. The passwords are psql variables:
--   psql -v owner_password=… -v command_password=… -v query_password=… -v notification_password=… -v keys_password=… -f roles.sql

-- Owns every schema and is used by migrations only.
create role roster_owner login password :'owner_password';

-- A frozen writer must not hold readers up: they go no further than the oldest append still in flight.
create role roster_command login password :'command_password';
alter role roster_command set idle_in_transaction_session_timeout = '5s';
alter role roster_command set lock_timeout = '2s';
alter role roster_command set statement_timeout = '10s';

create role roster_query login password :'query_password';
alter role roster_query set idle_in_transaction_session_timeout = '60s';

-- Backs up and restores the keys, and nothing else: pg_dump -n key_store.
create role roster_keys login password :'keys_password';

create role roster_notification login password :'notification_password';
alter role roster_notification set idle_in_transaction_session_timeout = '30s';

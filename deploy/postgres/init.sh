#!/bin/bash
# Run once by the PostgreSQL image on an empty volume: the roles, and a database that only they can use.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
     --set owner_password="$ROSTER_OWNER_PASSWORD" \
     --set command_password="$ROSTER_COMMAND_PASSWORD" \
     --set query_password="$ROSTER_QUERY_PASSWORD" \
     --set notification_password="$ROSTER_NOTIFICATION_PASSWORD" \
     --set keys_password="$ROSTER_KEYS_PASSWORD" \
     --file /roster/roles.sql

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set database="$POSTGRES_DB" \
     --file /roster/database.sql

-- Services check at their start that their schemas have the migrations that they need.
grant select on notification.flyway_schema_history to roster_notification;

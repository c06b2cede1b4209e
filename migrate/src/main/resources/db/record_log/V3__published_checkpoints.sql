-- command-service publishes checkpoints on Kafka.
grant usage on schema record_log to roster_command;
grant select on record_log.checkpoint to roster_command;

-- Who publishes the checkpoints of the signed log, and up to which size.
insert into command.subscription (name, position) values ('checkpoint-publisher', 0);

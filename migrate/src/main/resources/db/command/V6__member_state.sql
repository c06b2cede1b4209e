-- Who publishes what the events of each member amount to.
insert into command.subscription (name, position) values ('state-publisher', 0);

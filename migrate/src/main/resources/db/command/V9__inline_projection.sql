-- Active admins are counted among the memberships, under a lock of the organization's row.
alter table command.organization drop column active_admins;

-- The language of an organization's letters, for the invitations to come.
alter table command.organization add column locale text not null default 'en' check (locale in ('en', 'de'));

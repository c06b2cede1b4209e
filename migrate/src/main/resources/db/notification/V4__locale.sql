-- In which language a letter is written.
alter table notification.letter add column locale text not null default 'en' check (locale in ('en', 'de'));

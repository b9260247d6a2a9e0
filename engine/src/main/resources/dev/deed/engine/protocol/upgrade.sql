-- Format 1 to 2: whether a migration runs statement by statement is kept with its row.
alter table deed.migration add column if not exists alone boolean;
comment on column deed.migration.alone is 'Up and down run statement by statement; null where an older deed wrote the row';
update deed.format set version = 2;

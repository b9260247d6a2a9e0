-- Format 1 to 2: how the down runs is kept with the row, and a half-way migration can be abandoned.
alter table deed.migration add column if not exists alone boolean;
comment on column deed.migration.alone is 'Up and down run statement by statement; null where an older deed wrote the row';
alter table deed.migration drop constraint if exists migration_state_check;
alter table deed.migration add constraint migration_state_check
  check (state in ('applied', 'started', 'failed', 'reverting', 'reverted', 'manual', 'stamped',
                   'abandoned', 'rollback_abandoned'));
update deed.format set version = 2;

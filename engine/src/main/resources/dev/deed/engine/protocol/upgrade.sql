-- Format 1 to 2: whether a migration runs statement by statement, and a checksum of all that a
-- rollback relies on, are kept with its row; how far a migration is, is a number; migrations can be abandoned.
-- Format 2 to 3: evidence.
alter table deed.migration add column if not exists alone boolean;
comment on column deed.migration.alone is 'Up and down run statement by statement; null where an older deed wrote the row';
create table if not exists deed.backfill (
  version text not null,
  direction text not null check (direction in ('up', 'down')),
  statement integer not null,
  checksum text not null,
  table_name text not null,
  key text[] not null,
  state text not null default 'running'
    check (state in ('running', 'proving', 'proved', 'done')),
  last text[],
  rows bigint not null default 0,
  batches bigint not null default 0,
  passed bigint not null default 0,
  estimate bigint not null,
  skipped text[] not null default '{}',
  repeats boolean not null default false,
  wanted text not null default 'run' check (wanted in ('run', 'pause')),
  batch integer,
  pause interval,
  waits text,
  started timestamptz not null default clock_timestamp(),
  at timestamptz not null default clock_timestamp(),
  proof text,
  primary key (version, direction, statement)
);
comment on table deed.backfill is 'One row per statement that runs in batches: how far it is, and what it was proved by';
comment on column deed.backfill.statement is 'Its number in the script, from 1';
comment on column deed.backfill.last is 'Key up to which all rows are done; the number of a block where key is empty';
comment on column deed.backfill.passed is 'Rows that it has walked over, changed or not; estimate says how many there are';
comment on column deed.backfill.skipped is 'Keys of rows that another session held: they are changed at the end';
comment on column deed.backfill.repeats is 'The condition is still true for rows that are done, so no proof is possible';
comment on column deed.backfill.wanted is 'What a person asks of the run: deed backfill pause, resume, throttle';
create table if not exists deed.acknowledgement (
  id bigint generated always as identity primary key,
  change text not null,
  service text not null,
  release text,
  who text not null default session_user,
  at timestamptz not null default clock_timestamp()
);
comment on table deed.acknowledgement is 'The word of a service that it no longer needs what a changeover replaces';

create table if not exists deed.statement_sample (
  queryid bigint not null,
  userid oid not null,
  calls bigint not null,
  at timestamptz not null default clock_timestamp(),
  primary key (queryid, userid)
);
comment on table deed.statement_sample is 'Calls that pg_stat_statements had counted when the last step of a changeover was applied';
create table if not exists deed.column_writer (
  id bigint generated always as identity primary key,
  change text not null,
  role text not null,
  application text not null,
  overruled boolean not null default false,
  first timestamptz not null default clock_timestamp(),
  last timestamptz not null default clock_timestamp(),
  writes bigint not null default 1
);
comment on table deed.column_writer is 'Who still writes a column that a changeover replaces: at most one note a minute for each role and application';
comment on column deed.column_writer.overruled is 'The write gave both columns, with different values: the new one won';
comment on column deed.column_writer.writes is 'Minutes in which a write was noted';
alter table deed.migration add column if not exists further integer not null default 0;
comment on column deed.migration.further is 'Number of statements that were done after finished was written; their texts are in up, or in down while it is rolled back';
alter table deed.migration add column if not exists kept_checksum text;
comment on column deed.migration.kept_checksum is 'Covers checksum, up, down, irreversible, requires and alone, to the letter: a row that was changed by hand is not rolled back; null where an older deed wrote the row';
alter table deed.migration drop constraint if exists migration_state_check;
alter table deed.migration add constraint migration_state_check
  check (state in ('applied', 'started', 'failed', 'reverting', 'reverted', 'manual', 'stamped',
                   'abandoned', 'abandoned_rollback'));
update deed.format set version = 3;

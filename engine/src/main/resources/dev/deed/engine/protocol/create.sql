-- deed's own tables in every database: format 3.
-- IF NOT EXISTS would require the CREATE privilege even if the schema exists already.
do $$ begin
  if pg_catalog.to_regnamespace('deed') is null then
    create schema deed;
  end if;
end $$;

create table deed.format (version integer not null);
comment on table deed.format is 'Which releases of deed can read this schema';
insert into deed.format (version) values (3);

create table deed.migration (
  version text primary key,
  service text not null,
  slug text not null,
  file text not null,
  state text not null
    check (state in ('applied', 'started', 'failed', 'reverting', 'reverted', 'manual', 'stamped',
                     'abandoned', 'abandoned_rollback')),
  checksum text not null,
  up text not null,
  down text,
  irreversible text,
  requires text[] not null default '{}',
  alone boolean,
  kept_checksum text,
  statements integer not null default 0,
  finished text[] not null default '{}',
  further integer not null default 0,
  begun boolean not null default false,
  position bigint not null,
  out_of_order boolean not null default false,
  who text not null default session_user,
  at timestamptz not null default clock_timestamp(),
  took interval not null default '0',
  error text,
  run uuid not null
);
comment on table deed.migration is 'One row per version: what deed did, and what it needs to undo it';
comment on column deed.migration.alone is 'Up and down run statement by statement; null where an older deed wrote the row';
comment on column deed.migration.kept_checksum is 'Covers checksum, up, down, irreversible, requires and alone, to the letter: a row that was changed by hand is not rolled back; null where an older deed wrote the row';
comment on column deed.migration.finished is 'Checksums of the statements that are done, of a migration that does not run in one transaction';
comment on column deed.migration.further is 'Number of statements that were done after finished was written; their texts are in up, or in down while it is rolled back';
comment on column deed.migration.begun is 'A statement outside of transactions was sent, and its outcome is not recorded yet';
comment on column deed.migration.position is 'Counts applications in the order in which they were recorded';
create index migration_position on deed.migration (position);

create table deed.event (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  run uuid not null,
  version text not null,
  service text not null,
  event text not null,
  who text not null default session_user,
  address inet default inet_client_addr(),
  checksum text not null,
  took interval not null default '0',
  detail text
);
comment on table deed.event is 'Every attempt; rows are added, never changed';

create table deed.backfill (
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

create table deed.acknowledgement (
  id bigint generated always as identity primary key,
  change text not null,
  service text not null,
  release text,
  who text not null default session_user,
  at timestamptz not null default clock_timestamp()
);
comment on table deed.acknowledgement is 'The word of a service that it no longer needs what a changeover replaces';

create table deed.statement_sample (
  queryid bigint not null,
  userid oid not null,
  calls bigint not null,
  at timestamptz not null default clock_timestamp(),
  primary key (queryid, userid)
);
comment on table deed.statement_sample is 'Calls that pg_stat_statements had counted when the last step of a changeover was applied';

create table deed.column_writer (
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

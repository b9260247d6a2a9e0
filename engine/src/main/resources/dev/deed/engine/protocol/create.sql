-- deed's own tables in every database: format 2.
-- IF NOT EXISTS would require the CREATE privilege even if the schema exists already.
do $$ begin
  if pg_catalog.to_regnamespace('deed') is null then
    create schema deed;
  end if;
end $$;

create table deed.format (version integer not null);
comment on table deed.format is 'Which releases of deed can read this schema';
insert into deed.format (version) values (2);

create table deed.migration (
  version text primary key,
  service text not null,
  slug text not null,
  file text not null,
  state text not null
    check (state in ('applied', 'started', 'failed', 'reverting', 'reverted', 'manual', 'stamped')),
  checksum text not null,
  up text not null,
  down text,
  irreversible text,
  requires text[] not null default '{}',
  alone boolean,
  statements integer not null default 0,
  finished text[] not null default '{}',
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
comment on column deed.migration.finished is 'Checksums of the statements that are done, of a migration that does not run in one transaction';
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

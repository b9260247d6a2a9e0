-- Evidence may be kept before any migration is applied, so its table may be there already.
do $$ begin
  if pg_catalog.to_regnamespace('deed') is null then
    create schema deed;
  end if;
  if pg_catalog.to_regclass('deed.evidence') is null then
    create table deed.evidence (
      id bigint generated always as identity primary key,
      kind text not null,
      database text not null,
      version text not null,
      checksum text not null,
      down_checksum text,
      environment text not null default '',
      provider text not null default '',
      basis text not null default '',
      outcome text not null check (outcome in ('passed', 'failed')),
      who text not null default session_user,
      role text not null default session_user,
      at timestamptz not null default clock_timestamp(),
      reason text,
      expires timestamptz,
      details jsonb not null default '{}'
    );
    create index evidence_checksum on deed.evidence (checksum, id);
    comment on table deed.evidence is 'What was done for a migration before it ran: rehearsed, down-tested, backup, reviewed, acknowledged; rows are added, never changed';
    comment on column deed.evidence.checksum is 'Of the text of the up, as in deed.migration: an edited file has no evidence';
    comment on column deed.evidence.environment is 'Whose database was copied or saved, or for which a person speaks; empty for none';
    comment on column deed.evidence.basis is 'The rows or the schema that it was done on';
    comment on column deed.evidence.expires is 'It does not count from then on; null for as long as the text is the same';
  end if;
end $$;

alter table third alter column other_id type bigint;

alter table t alter column b set not null;

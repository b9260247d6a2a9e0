alter table t alter column c type bigint;

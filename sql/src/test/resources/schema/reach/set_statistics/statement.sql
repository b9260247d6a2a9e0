alter table t alter column b set statistics 100;

alter table t rename to tt;

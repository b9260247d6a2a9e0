drop table t cascade;

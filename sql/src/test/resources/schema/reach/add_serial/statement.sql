alter table t add column g serial;

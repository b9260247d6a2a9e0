alter table t add column p2 int references parent;

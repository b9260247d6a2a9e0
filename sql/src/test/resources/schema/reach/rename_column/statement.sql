alter table t rename column c to d;

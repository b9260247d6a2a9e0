create table t (id int primary key);
create table u (t int references t);
create view v as select id from t;

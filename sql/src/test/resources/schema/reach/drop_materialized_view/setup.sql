create table parent (id int primary key, code text unique, grp int);
create table t (id int primary key, a int references parent(id), b text, c int);
create index t_b_idx on t (b);
create table other (id int primary key, t_id int references t(id) on delete cascade, n int default 1);
create table third (id int, other_id int references other(id) on delete set null);
create view vt as select id, a from t;
create view vv as select id from vt;
create view vjoin as select t.id, parent.code from t join parent on parent.id = t.a;
create materialized view mt as select id from t;

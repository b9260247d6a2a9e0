create table t (id serial primary key, a int);
create view v as select * from t;
create rule v_delete as on delete to v do instead nothing;

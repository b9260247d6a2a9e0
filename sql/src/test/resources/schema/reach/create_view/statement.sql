create view nv as select * from t join vv using (id);

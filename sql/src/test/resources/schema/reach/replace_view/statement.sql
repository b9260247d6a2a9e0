create or replace view vv as select id from t;

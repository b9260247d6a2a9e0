create materialized view m2 as select * from vjoin;

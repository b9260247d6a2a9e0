create table nt as select * from vjoin;

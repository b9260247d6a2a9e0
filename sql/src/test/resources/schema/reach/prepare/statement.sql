prepare q as select * from vjoin;

explain select * from vjoin;

drop table pt;

drop table pt1;

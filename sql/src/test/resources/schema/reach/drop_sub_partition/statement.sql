drop table pt2a;

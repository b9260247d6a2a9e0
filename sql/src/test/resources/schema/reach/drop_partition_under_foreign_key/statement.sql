drop table pt cascade;

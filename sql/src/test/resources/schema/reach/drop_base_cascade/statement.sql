drop table base cascade;

drop table third;

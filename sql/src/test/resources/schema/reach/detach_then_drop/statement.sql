alter table pt detach partition pt2; drop table pt2;

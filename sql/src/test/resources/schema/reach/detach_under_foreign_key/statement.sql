alter table pt detach partition pt1;

alter table pt rename column v to w;

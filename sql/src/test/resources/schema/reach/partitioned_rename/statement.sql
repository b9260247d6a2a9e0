alter table pt rename to ptx;

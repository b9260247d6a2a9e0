alter table base add constraint n_there not null n no inherit;

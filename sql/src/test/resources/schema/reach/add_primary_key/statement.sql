alter table third add primary key (id);

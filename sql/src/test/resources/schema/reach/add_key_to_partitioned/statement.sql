alter table pt add primary key (k);

alter table base add constraint positive check (n > 0) no inherit;

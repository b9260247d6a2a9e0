alter table base set (fillfactor = 50);

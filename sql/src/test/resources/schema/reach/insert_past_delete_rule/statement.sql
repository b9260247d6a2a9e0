insert into v (a) values (1);

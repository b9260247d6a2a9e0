insert into df (x) values (1);

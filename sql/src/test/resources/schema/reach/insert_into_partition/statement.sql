insert into pt1 values (1,'x');

insert into pt values (1,'x');

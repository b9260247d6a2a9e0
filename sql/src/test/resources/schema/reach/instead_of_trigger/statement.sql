insert into vjoin values (1,'x');

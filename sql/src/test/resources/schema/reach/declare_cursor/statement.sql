declare c cursor for select * from vjoin;

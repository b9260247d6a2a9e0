alter table pt alter column v type varchar(10);

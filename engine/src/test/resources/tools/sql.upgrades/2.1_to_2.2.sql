ALTER TABLE account ADD phone varchar(20);

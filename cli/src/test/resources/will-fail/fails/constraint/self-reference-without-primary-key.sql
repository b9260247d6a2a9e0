-- 42704: there is no primary key for referenced table
CREATE TABLE nodes (id int, parent int REFERENCES nodes);

CREATE TABLE datasets (id bigint PRIMARY KEY);

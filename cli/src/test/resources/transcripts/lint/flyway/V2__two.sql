CREATE TABLE two (id bigint PRIMARY KEY, b text);

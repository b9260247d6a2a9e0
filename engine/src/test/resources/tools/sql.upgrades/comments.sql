-- CREATE TABLE note (id bigint);
CREATE TABLE comment (id bigint PRIMARY KEY);

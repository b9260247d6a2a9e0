CREATE TABLE notes (id bigint PRIMARY KEY, user_id bigint);

CREATE TABLE notes (id bigint PRIMARY KEY, author uuid REFERENCES auth.users (id));

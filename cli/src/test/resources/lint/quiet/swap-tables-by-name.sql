-- baseline
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100), plan text, seen_at timestamp(3), tags varchar(20)[]);
-- migration
CREATE TABLE users_new (id bigint PRIMARY KEY, email text);
ALTER TABLE users RENAME TO users_old;
ALTER TABLE users_new RENAME TO users;

-- baseline
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100), plan text, seen_at timestamp(3), tags varchar(20)[]);
CREATE VIEW emails AS SELECT id, email FROM users;
-- migration
DROP VIEW IF EXISTS emails;
CREATE VIEW emails AS SELECT email, id FROM users;

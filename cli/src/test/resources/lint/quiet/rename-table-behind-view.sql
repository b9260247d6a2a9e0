-- baseline
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100), plan text, seen_at timestamp(3), tags varchar(20)[]);
-- migration
ALTER TABLE users RENAME TO accounts;
CREATE VIEW users WITH (security_invoker = true) AS SELECT * FROM accounts;
-- down
DROP VIEW users;
ALTER TABLE accounts RENAME TO users;

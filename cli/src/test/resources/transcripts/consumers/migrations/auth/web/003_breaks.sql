-- deed: irreversible "the balances are gone"
ALTER TABLE users DROP COLUMN balance;
ALTER TABLE users RENAME COLUMN name TO full_name;
ALTER TABLE users ALTER COLUMN id TYPE int;
ALTER TABLE users RENAME TO accounts;
TRUNCATE sessions;
CREATE INDEX accounts_name ON accounts (full_name);

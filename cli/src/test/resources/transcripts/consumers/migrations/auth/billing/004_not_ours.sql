-- deed: irreversible "it is not ours"
LOCK TABLE accounts IN EXCLUSIVE MODE;
TRUNCATE sessions;
ALTER TABLE accounts DROP COLUMN full_name;
ALTER TABLE invoices ADD COLUMN account bigint REFERENCES accounts;

ALTER TABLE users
  ADD COLUMN a int;
ALTER TABLE invoices ADD b int;

CREATE TABLE invoices (id int PRIMARY KEY, user_id int REFERENCES users (id));
CREATE INDEX ON invoices (user_id);

-- DOWN Migration
-- DROP TABLE invoices;

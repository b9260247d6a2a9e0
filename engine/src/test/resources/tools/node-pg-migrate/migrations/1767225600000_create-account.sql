-- Up Migration
CREATE TABLE account (id bigint PRIMARY KEY, email text NOT NULL);

-- Down Migration
DROP TABLE account;

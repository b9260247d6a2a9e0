CREATE TABLE account (
  id bigint PRIMARY KEY,
  email text NOT NULL CHECK (length(email) < 100),
  "name" text,
  phone varchar(20)
);
CREATE TABLE note (id bigint PRIMARY KEY, account_id bigint REFERENCES account (id), body text);
CREATE INDEX note_account ON note (account_id);

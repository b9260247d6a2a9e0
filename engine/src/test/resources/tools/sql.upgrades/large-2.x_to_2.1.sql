CREATE TABLE note (id bigint PRIMARY KEY, account_id bigint REFERENCES account (id), body text);

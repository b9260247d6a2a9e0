-- 42601: invalid on delete action for foreign key constraint containing generated column
CREATE TABLE p (id bigint PRIMARY KEY);
CREATE TABLE a (id bigint, x bigint GENERATED ALWAYS AS (id) STORED REFERENCES p ON DELETE SET NULL);

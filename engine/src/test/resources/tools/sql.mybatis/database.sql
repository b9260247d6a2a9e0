CREATE TABLE account (id bigint PRIMARY KEY);
ALTER TABLE account ADD COLUMN name text;
CREATE TABLE changelog (id numeric(20,0) NOT NULL PRIMARY KEY, applied_at varchar(25) NOT NULL, description varchar(255) NOT NULL);
INSERT INTO changelog VALUES (20260101000001, '2026-01-01', 'account'), (20260101000002, '2026-01-02', 'name');

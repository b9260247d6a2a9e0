BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> aaa111

CREATE TABLE account (id bigint PRIMARY KEY, email text NOT NULL);;

INSERT INTO alembic_version (version_num) VALUES ('aaa111') RETURNING alembic_version.version_num;

-- Running upgrade aaa111 -> bbb222

ALTER TABLE account ALTER COLUMN email TYPE varchar(10);;

UPDATE alembic_version SET version_num='bbb222' WHERE alembic_version.version_num = 'aaa111';


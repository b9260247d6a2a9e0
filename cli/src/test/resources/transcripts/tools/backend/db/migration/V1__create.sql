CREATE TABLE ${schema}.account (id bigint PRIMARY KEY, email text NOT NULL);
CREATE TABLE invoice (id bigint PRIMARY KEY);

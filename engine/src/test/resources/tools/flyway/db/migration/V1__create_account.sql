CREATE TABLE ${schema}.account (id bigint PRIMARY KEY, email text NOT NULL);

--! Previous: -
--! Hash: sha1:72d8a93eea03ea3f3259a55311584eb778edc935
--! Message: create account

CREATE TABLE account (id bigint PRIMARY KEY, email text NOT NULL);

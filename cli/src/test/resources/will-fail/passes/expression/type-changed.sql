-- passes: types change before constraints are added
CREATE TABLE a (id bigint, done text, doc json);
ALTER TABLE a ADD CHECK (done), ADD UNIQUE (doc), ALTER COLUMN done TYPE boolean USING done = 't', ALTER COLUMN doc TYPE jsonb;

-- 42804: argument of check must be type boolean, not type bigint
CREATE TABLE a (id bigint, CHECK (id + 1));

-- 42703: column x.y does not exist
CREATE TABLE a (id bigint);
SELECT set_config("x.y", "z", false);

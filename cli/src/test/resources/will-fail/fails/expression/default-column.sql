-- 0A000: cannot use column reference in default expression
CREATE TABLE a (id bigint, other bigint DEFAULT id);

-- 42883: function is_even(bigint) does not exist
CREATE TABLE a (id bigint CHECK (is_even(id)));

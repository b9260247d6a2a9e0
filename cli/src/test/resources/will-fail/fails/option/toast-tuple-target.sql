-- 22023: value 64 out of bounds for option toast_tuple_target
CREATE TABLE a (id int) WITH (toast_tuple_target = 64);

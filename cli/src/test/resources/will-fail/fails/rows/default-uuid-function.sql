-- 22P02: invalid input syntax for type uuid: gen_random_uuid()
CREATE TABLE a (b uuid DEFAULT 'gen_random_uuid()');

-- 0A000: cannot change ownership of identity sequence
CREATE TABLE a (id bigint GENERATED ALWAYS AS IDENTITY, n bigint);
ALTER SEQUENCE a_id_seq OWNED BY a.n;

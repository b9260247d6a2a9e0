-- 22P02: no value of the enum
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE t (a mood DEFAULT 'good');

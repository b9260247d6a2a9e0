-- passes since 18: not null no inherit
CREATE TABLE t (a int NOT NULL NO INHERIT);

-- 2BP01: cannot drop type d because other objects depend on it
CREATE TYPE d AS ENUM ('a');
CREATE TYPE e AS (x d);
DROP TYPE d;

CREATE TABLE t (i int, s smallint, b bigint, n numeric(10,2), m numeric, f float, r real);
CREATE INDEX a1 ON t ((n * i));
CREATE INDEX a2 ON t ((i / 2.0));
CREATE INDEX a3 ON t ((i::numeric / 2));
CREATE INDEX a4 ON t ((i / 2::numeric));
CREATE INDEX a5 ON t ((n + 1));
CREATE INDEX a6 ON t ((f * i + 1));
CREATE INDEX a7 ON t ((r * i));
CREATE INDEX a8 ON t ((r * n)) WHERE i > 1.5 AND f > n AND b = n;
CREATE INDEX a9 ON t ((b + i + s));
CREATE INDEX a10 ON t ((i * n / 100));
CREATE INDEX a11 ON t (round(n * i, 2));
CREATE INDEX a12 ON t ((n / nullif(i, 0)));
CREATE INDEX a13 ON t (coalesce(n, 0));
CREATE INDEX a14 ON t ((1 / 2 + i));
CREATE INDEX a15 ON t ((1 / 2::numeric + i));
CREATE INDEX a16 ON t ((i / 2));
CREATE INDEX a17 ON t ((coalesce(n, 0) * coalesce(i, 0)));
CREATE INDEX a18 ON t (((i + b) * n));
CREATE INDEX a19 ON t ((r * r));
CREATE INDEX a20 ON t ((-i + n));
CREATE INDEX a21 ON t ((i % 7)) WHERE s = 1 AND b > 3000000000;
CREATE INDEX a22 ON t ((CASE WHEN i > 0 THEN n ELSE 0 END));
CREATE INDEX a23 ON t (abs(n) );
CREATE INDEX a24 ON t ((abs(n) * 2));
CREATE INDEX a25 ON t ((length(i::text) * 2.5));
-- not: a2 ON t ((i / 2.0)) => a2 ON t ((i / 2))
-- not: a3 ON t ((i::numeric / 2)) => a3 ON t ((i / 2))
-- not: a4 ON t ((i / 2::numeric)) => a4 ON t ((i / 2))
-- not: a16 ON t ((i / 2)) => a16 ON t ((i / 2.0))
-- not: a16 ON t ((i / 2)) => a16 ON t ((i::float / 2))
-- not: a14 ON t ((1 / 2 + i)) => a14 ON t ((1 / 2::numeric + i))
-- not: a15 ON t ((1 / 2::numeric + i)) => a15 ON t ((1 / 2 + i))
-- not: a10 ON t ((i * n / 100)) => a10 ON t ((i * (n / 100)))
-- not: a8 ON t ((r * n)) => a8 ON t ((r * n::real))
-- not: a1 ON t ((n * i)) => a1 ON t ((n * i::float))

CREATE TABLE t (
  a int DEFAULT 0,
  b bigint DEFAULT 0,
  c numeric(10,2) DEFAULT 0,
  d numeric(10,2) DEFAULT 0.00,
  e numeric DEFAULT '1.50',
  f real DEFAULT 1.5,
  g double precision DEFAULT 1,
  h smallint DEFAULT -1,
  i money DEFAULT 0,
  j numeric DEFAULT 1e3,
  k float DEFAULT 0.1,
  l int DEFAULT (1 + 2) * 3,
  m bigint DEFAULT 3000000000,
  n int DEFAULT '5',
  o numeric(5) DEFAULT -1.50);
-- not: DEFAULT 0.00 => DEFAULT 0.01
-- not: (1 + 2) * 3 => 1 + 2 * 3
-- not: DEFAULT -1, => DEFAULT 1,

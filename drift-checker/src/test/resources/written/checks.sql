CREATE TABLE t (
  a int CHECK (a > 0),
  b text CHECK (b IN ('x','y')),
  c varchar(10) CHECK (c <> ''),
  d int CHECK (d BETWEEN 1 AND 10),
  e text CHECK (e LIKE 'a%'),
  f text CHECK (length(f) > 3),
  g text CHECK (char_length(g) <= 10),
  h numeric CHECK (h >= 0 AND h < 100),
  i text CHECK (i ~ '^[a-z]+$'),
  j text CHECK (j = lower(j)),
  k int,
  l int,
  m date CHECK (m > '2000-01-01'),
  n text CHECK (n NOT IN ('a','b')),
  o int CHECK (o IN (1,2,3)),
  p int CHECK (NOT (p = 5)),
  q text CHECK (q IS NOT NULL AND q != ''),
  r varchar(5) CHECK (r IN ('x','y')),
  s char(1) CHECK (s IN ('M','F')),
  u text CHECK (trim(u) <> ''),
  v text CHECK (btrim(v) = v),
  CHECK (k < l),
  CONSTRAINT kl CHECK ((k IS NULL) = (l IS NULL)),
  CHECK (k IS NULL OR l IS NULL),
  CHECK (num_nonnulls(k,l) = 1),
  CHECK (coalesce(k,0) + coalesce(l,0) > 0));
-- not: (a > 0) => (a >= 0)
-- not: ('x','y')) => ('x','z'))
-- not: d BETWEEN 1 AND 10 => d BETWEEN 1 AND 11
-- not: d BETWEEN 1 AND 10 => d NOT BETWEEN 1 AND 10
-- not: 'a%' => 'b%'
-- not: e LIKE => e ILIKE
-- not: h >= 0 AND h < 100 => h >= 0 OR h < 100
-- not: ~ '^[a-z]+$' => ~* '^[a-z]+$'
-- not: n NOT IN => n IN
-- not: NOT (p = 5) => p = 5
-- not: (k IS NULL) = (l IS NULL) => (k IS NULL) = (l IS NOT NULL)
-- not: coalesce(k,0) + => coalesce(k,0) -
-- not: trim(u) => ltrim(u)

CREATE TYPE mood AS ENUM ('sad','ok','happy');
CREATE TABLE t (
  a mood CHECK (a IN ('sad','ok')),
  b mood CHECK (b <> 'sad'),
  c numeric(10,2) CHECK (c > 0),
  d float CHECK (d >= -90 AND d <= 90),
  e timestamptz CHECK (e > '2000-01-01'),
  f timestamp,
  g timestamp,
  h jsonb CHECK (jsonb_typeof(h) = 'object'),
  i text[] CHECK (array_length(i, 1) > 0),
  j text[] CHECK (i <@ ARRAY['a','b']),
  k text CHECK (k SIMILAR TO '[a-z]*'),
  l text CHECK (substring(l from 1 for 1) = 'A'),
  m text CHECK (position('x' in m) > 0),
  n date CHECK (extract(year from n) > 2000),
  o int CHECK (o % 2 = 0),
  p int CHECK (-p < 0),
  q int CHECK (CASE WHEN q > 0 THEN true ELSE false END),
  r smallint CHECK (r > 0 AND r <= 5),
  s bigint CHECK (s > 0),
  u boolean CHECK (u),
  v boolean CHECK (NOT u),
  w boolean CHECK (u IS TRUE),
  x boolean CHECK (u = true),
  CHECK (f < g),
  CHECK (g - f > interval '1 hour'),
  CHECK (g > f + '1 day'),
  y text CHECK (y = ANY(ARRAY['a','b'])),
  z text CHECK (z::int > 0),
  aa int CHECK (aa IS DISTINCT FROM 0),
  bb inet CHECK (family(bb) = 4),
  cc varchar CHECK (cc ~* '^a'),
  dd varchar CHECK (length(dd) = 3),
  ee varchar CHECK (upper(ee) = ee),
  ff int CHECK ((ff > 0 AND ff < 5) OR ff = 10),
  gg int CHECK (gg > 0 AND (gg < 5 OR gg = 10)),
  hh text CHECK (hh NOT LIKE '%x%'),
  ii text CHECK (ii !~ 'x'),
  jj jsonb CHECK (jj ? 'a'),
  kk jsonb CHECK (kk->>'a' IS NOT NULL),
  ll jsonb CHECK ((ll->>'n')::int > 0),
  mm date CHECK (mm <= CURRENT_DATE),
  nn timestamptz CHECK (nn <= now()),
  oo int4range CHECK (NOT isempty(oo)),
  pp money CHECK (pp > '0'::money));
-- not: (gg < 5 OR gg = 10) => gg < 5 OR gg = 10
-- not: ((ff > 0 AND ff < 5) OR ff = 10) => (ff > 0 AND (ff < 5 OR ff = 10))
-- not: NOT u => u
-- not: o % 2 = 0 => o % 2 = 1
-- not: g - f > interval '1 hour' => f - g > interval '1 hour'
-- not: extract(year => extract(month
-- not: c > 0 => c > 0.0
-- not: ->>'a' => ->>'b'
-- not: hh NOT LIKE => hh LIKE
-- not: !~ 'x' => ~ 'x'
-- not: IS DISTINCT FROM => IS NOT DISTINCT FROM
-- not: u IS TRUE => u IS NOT FALSE
-- not: cc ~* => cc ~
-- not: from 1 for 1 => from 2 for 1
-- not: (r > 0 AND r <= 5) => (r > 0 AND r < 5)

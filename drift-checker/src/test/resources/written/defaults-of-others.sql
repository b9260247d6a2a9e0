CREATE TYPE mood AS ENUM ('sad','ok');
CREATE TABLE t (
  a boolean DEFAULT false,
  b boolean DEFAULT 'yes',
  c boolean DEFAULT 't',
  d bool DEFAULT TRUE,
  e jsonb DEFAULT '{}',
  f jsonb DEFAULT '{"a": 1,"b":[1,2]}',
  g json DEFAULT '{ "a":1 }',
  h int[] DEFAULT '{}',
  i int[] DEFAULT '{1, 2}',
  j text[] DEFAULT ARRAY[]::text[],
  k text[] DEFAULT ARRAY['a','b'],
  l text[] DEFAULT '{a, b}',
  m uuid DEFAULT gen_random_uuid(),
  n uuid DEFAULT '00000000-0000-0000-0000-000000000000',
  o inet DEFAULT '10.0.0.1/32',
  p inet DEFAULT '10.0.0.1',
  q cidr DEFAULT '10.0.0.0/8',
  r mood DEFAULT 'sad',
  s mood DEFAULT 'ok'::mood,
  u int4range DEFAULT '[1,5]',
  v bit(3) DEFAULT B'101',
  w bytea DEFAULT '\xDEADBEEF',
  x bytea DEFAULT '',
  y xml DEFAULT '<a/>',
  z mood[] DEFAULT '{sad}'::mood[],
  aa jsonb DEFAULT '[]'::jsonb,
  bb jsonb DEFAULT jsonb_build_object('a', 1),
  cc bit varying DEFAULT '101',
  dd macaddr DEFAULT '08-00-2b-01-02-03',
  ee point DEFAULT '(0,0)',
  gg uuid DEFAULT 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11');
-- not: '{"a": 1,"b":[1,2]}' => '{"a": 1,"b":[2,1]}'
-- not: '{1, 2}' => '{2, 1}'
-- not: r mood DEFAULT 'sad' => r mood DEFAULT 'ok'
-- not: '[1,5]' => '[1,5)'
-- not: '10.0.0.1/32' => '10.0.0.1/31'
-- not: '{ "a":1 }' => '{ "a": 1}'
-- not: '{a, b}' => '{a, B}'
-- not: '{a, b}' => '{"a ", b}'

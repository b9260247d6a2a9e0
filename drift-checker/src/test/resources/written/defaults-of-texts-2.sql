CREATE TABLE t (
  a text DEFAULT '',
  b varchar(20) DEFAULT 'x',
  c char(3) DEFAULT 'abc',
  d text DEFAULT 'it''s',
  e text DEFAULT E'a\nb',
  f text DEFAULT 'a'||'b',
  g name DEFAULT 'n',
  h varchar DEFAULT NULL,
  i text DEFAULT current_user,
  j text DEFAULT session_user,
  l "char" DEFAULT 'a',
  m text DEFAULT lower('X'),
  n varchar(5) DEFAULT substring('hello', 1, 3),
  o text DEFAULT md5(random()::text),
  p text DEFAULT gen_random_uuid()::text,
  q text DEFAULT $$it's$$, r text DEFAULT CURRENT_SCHEMA, s text DEFAULT current_database(), u varchar(3) DEFAULT 'a' || 'b', v text DEFAULT upper('a') || 'b', w char DEFAULT 'N', x bpchar DEFAULT 'y', y varchar(3)[] DEFAULT '{a,b}', z varchar(10)[] DEFAULT ARRAY['x','y']);
-- not: DEFAULT 'x' => DEFAULT 'X'
-- not: E'a\nb' => 'a\nb'
-- not: 'a'||'b' => 'b'||'a'

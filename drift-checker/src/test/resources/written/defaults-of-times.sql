CREATE TABLE t (
  a timestamptz DEFAULT now(),
  b timestamp DEFAULT now(),
  c timestamp DEFAULT CURRENT_TIMESTAMP,
  d date DEFAULT CURRENT_DATE,
  e date DEFAULT now(),
  f timestamptz DEFAULT now() + interval '1 day',
  g timestamptz DEFAULT now() + '1 day'::interval,
  h timestamp DEFAULT (now() AT TIME ZONE 'utc'),
  i timestamp DEFAULT timezone('utc', now()),
  j time DEFAULT CURRENT_TIME,
  k timestamptz DEFAULT CURRENT_TIMESTAMP(3),
  l interval DEFAULT '1 day',
  m interval DEFAULT '30 minutes',
  n interval DEFAULT interval '1 hour',
  o date DEFAULT '2020-01-01',
  p timestamp DEFAULT '2020-01-01',
  q timestamp DEFAULT '2020-01-01 10:00',
  r timestamptz DEFAULT 'infinity',
  s time DEFAULT '10:00',
  u date DEFAULT CURRENT_DATE + 1,
  v date DEFAULT CURRENT_DATE + interval '1 month',
  w timestamptz DEFAULT clock_timestamp(),
  x timestamptz DEFAULT transaction_timestamp(),
  y timestamp DEFAULT LOCALTIMESTAMP,
  z timestamp DEFAULT 'epoch');
-- not: interval '1 day' => interval '2 days'
-- not: '30 minutes' => '31 minutes'
-- not: AT TIME ZONE 'utc' => AT TIME ZONE 'cet'
-- not: p timestamp DEFAULT '2020-01-01' => p timestamp DEFAULT '2020-01-02'
-- not: CURRENT_DATE + 1 => CURRENT_DATE + 2

-- passes
SELECT '12'::text::varchar::int, 'abc'::text, '1 day'::interval, '  12  '::int, 'abc'::varchar(2), '{1}'::int[];

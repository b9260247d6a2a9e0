-- passes: immutable
CREATE TABLE a (id bigint, name text, at timestamptz, day date, doc jsonb);
CREATE INDEX ON a (lower(name));
CREATE INDEX ON a ((at AT TIME ZONE 'UTC'));
CREATE INDEX ON a (date_trunc('day', at AT TIME ZONE 'UTC'));
CREATE INDEX ON a (((at AT TIME ZONE 'UTC')::date));
CREATE INDEX ON a ((doc ->> 'x'), (((doc ->> 'n'))::int));
CREATE INDEX ON a USING gin (to_tsvector('english', coalesce(name, '')));
CREATE INDEX ON a (id) WHERE at > '2020-01-01'::timestamptz;
CREATE INDEX ON a (date_trunc('month', day::timestamp));
CREATE INDEX ON a (extract(year FROM day));
CREATE INDEX ON a (to_timestamp(id));

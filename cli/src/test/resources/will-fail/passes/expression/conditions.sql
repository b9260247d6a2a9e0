-- passes: conditions
CREATE TABLE a (id bigint, done boolean, doc jsonb, CHECK (done), CHECK (doc ? 'x'), CHECK ((id > 0) IS NOT FALSE));
CREATE INDEX ON a (id) WHERE done;
CREATE INDEX ON a (id) WHERE NOT done AND doc @> '{}';

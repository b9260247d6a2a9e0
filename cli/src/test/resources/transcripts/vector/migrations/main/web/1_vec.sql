CREATE EXTENSION vector;
CREATE EXTENSION postgis;
CREATE TABLE items (
  id bigint PRIMARY KEY,
  embedding vector(3) NOT NULL,
  half halfvec(4000),
  rare sparsevec(5000),
  code bit(64),
  many vector(3)[],
  start vector(3) DEFAULT '[1,2,3]',
  place geometry(Point, 4326),
  area geography(Polygon,4326),
  CHECK (vector_dims(embedding) = 3)
);
CREATE INDEX items_l2 ON items USING hnsw (embedding vector_l2_ops) WITH (m = 16, ef_construction = 64);
CREATE INDEX items_cos ON items USING ivfflat (embedding vector_cosine_ops) WITH (lists = 100);
CREATE INDEX items_half ON items USING hnsw (half halfvec_cosine_ops) WITH (ef_construction = 64, m = 16);
CREATE INDEX items_bin ON items USING hnsw ((binary_quantize(embedding)::bit(3)) bit_hamming_ops) WITH (m = 8);
CREATE INDEX items_sub ON items USING hnsw ((embedding::halfvec(3)) halfvec_l2_ops) WITH (m = 8);
CREATE INDEX items_place ON items USING gist (place);
CREATE VIEW nearest AS SELECT id, embedding <-> '[1,2,3]' AS d FROM items ORDER BY embedding <-> '[1,2,3]' LIMIT 5;
CREATE FUNCTION near(q vector, n integer) RETURNS SETOF items LANGUAGE sql STABLE AS $$ SELECT * FROM items ORDER BY embedding <-> q LIMIT n $$;

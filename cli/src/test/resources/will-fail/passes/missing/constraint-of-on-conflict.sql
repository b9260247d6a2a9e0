-- passes: constraints with names that PostgreSQL chose, one of a partition, one of another table's name in a function that is not run
CREATE TABLE orders (id integer PRIMARY KEY, number integer UNIQUE, CONSTRAINT "Odd" EXCLUDE USING btree (number WITH =));
INSERT INTO orders (id, number) VALUES (1, 1) ON CONFLICT ON CONSTRAINT orders_number_key DO NOTHING;
INSERT INTO orders (id, number) VALUES (1, 1) ON CONFLICT ON CONSTRAINT orders_pkey DO UPDATE SET number = 2;
INSERT INTO orders (id, number) VALUES (2, 3) ON CONFLICT ON CONSTRAINT "Odd" DO NOTHING;
CREATE TABLE parts (id integer, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
INSERT INTO parts_1 VALUES (1, '2020-02-02') ON CONFLICT ON CONSTRAINT parts_1_pkey DO NOTHING;
CREATE FUNCTION add() RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO orders (id) VALUES (1) ON CONFLICT ON CONSTRAINT later DO NOTHING;
END $$;

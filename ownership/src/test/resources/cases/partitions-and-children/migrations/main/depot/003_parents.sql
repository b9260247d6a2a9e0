CREATE TABLE depot.moves (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE depot.moves_2026 PARTITION OF depot.moves FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE stock_archive PARTITION OF depot.moves DEFAULT;

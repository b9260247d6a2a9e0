-- +migrate Up
CREATE TABLE account (id bigint PRIMARY KEY);

-- +migrate Down
SELECT 1;

-- +goose Up
CREATE TABLE account (id bigint PRIMARY KEY, email text NOT NULL);

-- +goose Down
DROP TABLE account;

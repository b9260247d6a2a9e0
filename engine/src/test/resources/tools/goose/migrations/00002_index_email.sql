-- +goose NO TRANSACTION
-- +goose Up
CREATE INDEX CONCURRENTLY account_email ON account (email);

-- +goose Down
DROP INDEX account_email;

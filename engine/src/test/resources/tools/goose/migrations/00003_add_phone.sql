-- +goose Up
-- +goose StatementBegin
ALTER TABLE account ADD COLUMN phone text;
-- +goose StatementEnd

-- +goose Down
ALTER TABLE account DROP COLUMN phone;

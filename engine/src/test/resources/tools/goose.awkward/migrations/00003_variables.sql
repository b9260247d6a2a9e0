-- +goose ENVSUB ON
-- +goose Up
CREATE TABLE ${TABLE_NAME} (id int, ${MISSING} int);
-- +goose ENVSUB OFF
COMMENT ON TABLE account IS 'costs $PRICE';
-- +goose Down
DROP TABLE account;

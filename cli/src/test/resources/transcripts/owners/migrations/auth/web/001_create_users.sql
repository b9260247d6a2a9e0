CREATE TABLE users (
    id bigserial PRIMARY KEY,
    email text NOT NULL UNIQUE
);
COMMENT ON TABLE users IS 'All people';

-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_name ON users (name);

-- migrate:down

CREATE SCHEMA app;

CREATE SCHEMA pgpm_migrate;

CREATE TABLE pgpm_migrate.packages (
    package text PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE pgpm_migrate.changes (
    change_id text PRIMARY KEY,
    change_name text NOT NULL,
    package text NOT NULL REFERENCES pgpm_migrate.packages (package),
    script_hash text NOT NULL,
    deployed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (package, change_name),
    UNIQUE (package, script_hash)
);

INSERT INTO pgpm_migrate.packages (package) VALUES ('shop');
INSERT INTO pgpm_migrate.changes (change_id, change_name, package, script_hash)
VALUES ('9f2c', 'schemas/app/schema', 'shop', '5d41402a');

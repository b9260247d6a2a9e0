exports.up = (knex) => knex.raw('CREATE TABLE account (id bigint PRIMARY KEY, email text NOT NULL);');
exports.down = (knex) => knex.raw('DROP TABLE account;');

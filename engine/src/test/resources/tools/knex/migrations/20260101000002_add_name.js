exports.up = (knex) => knex.raw('ALTER TABLE account ADD COLUMN name text;');
exports.down = (knex) => knex.raw('ALTER TABLE account DROP COLUMN name;');

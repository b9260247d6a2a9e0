exports.up = (knex) => knex.raw('ALTER TABLE account ADD COLUMN phone text;');
exports.down = (knex) => knex.raw('ALTER TABLE account DROP COLUMN phone;');

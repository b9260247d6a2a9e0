const knex = require("knex")({ client: "pg" });
const version = process.argv[2];
const wanted = version === "wanted";
const b = [
  knex.schema.createTable("accounts", (t) => {
    t.increments("id");
    t.string("email").notNullable().unique();
    if (wanted) t.string("locale", 10).notNullable().defaultTo("en");
    t.enu("status", wanted ? ["active", "blocked", "closed"] : ["active", "blocked"]).defaultTo("active");
    t.timestamps(true, true);
  }),
  knex.schema.createTable("sessions", (t) => {
    t.uuid("id").primary().defaultTo(knex.raw("gen_random_uuid()"));
    t.integer("account_id").unsigned().notNullable().references("id").inTable("accounts").onDelete("CASCADE");
    t.jsonb("data");
    if (wanted) t.timestamp("expires_at").notNullable();
    t.index(wanted ? ["account_id", "expires_at"] : ["account_id"]);
  }),
  knex.schema.createTable("tags", (t) => {
    t.bigIncrements("id");
    t.text("name").notNullable();
    t.specificType("keywords", "text[]");
    if (wanted) t.unique(["name"]);
  }),
];
if (wanted)
  b.push(knex.schema.createTable("account_tags", (t) => {
    t.integer("account_id").notNullable().references("accounts.id");
    t.bigInteger("tag_id").notNullable().references("tags.id");
    t.primary(["account_id", "tag_id"]);
  }));
for (const s of b) console.log(s.toString() + ";");

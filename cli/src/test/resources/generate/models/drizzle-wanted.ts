import { sql } from "drizzle-orm";
import { bigserial, bigint, boolean, check, index, integer, jsonb, numeric, pgEnum, pgTable, pgView, primaryKey, text, timestamp, uniqueIndex, uuid, varchar } from "drizzle-orm/pg-core";

export const role = pgEnum("role", ["admin", "editor", "member"]);

export const users = pgTable("users", {
  id: uuid("id").primaryKey().defaultRandom(),
  email: varchar("email", { length: 320 }).notNull(),
  name: text("name").notNull().default(""),
  role: role("role").notNull().default("member"),
  lastSeenAt: timestamp("last_seen_at", { withTimezone: true }),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
}, (t) => [uniqueIndex("users_email_lower_key").on(sql`lower(${t.email})`)]);

export const products = pgTable("products", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  sku: text("sku").notNull().unique(),
  price: numeric("price", { precision: 12, scale: 2 }).notNull(),
  attributes: jsonb("attributes").notNull().default({}),
}, (t) => [check("price_is_positive", sql`${t.price} > 0`), index("products_attributes_idx").using("gin", t.attributes)]);

export const orders = pgTable("orders", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  userId: uuid("user_id").notNull().references(() => users.id, { onDelete: "restrict" }),
  paid: boolean("paid").notNull().default(false),
  note: text("note"),
}, (t) => [index("orders_user_id_idx").on(t.userId)]);

export const orderLines = pgTable("order_lines", {
  orderId: integer("order_id").notNull().references(() => orders.id),
  productId: integer("product_id").notNull().references(() => products.id),
  quantity: integer("quantity").notNull().default(1),
}, (t) => [primaryKey({ columns: [t.orderId, t.productId] })]);

export const refunds = pgTable("refunds", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  orderId: bigint("order_id", { mode: "number" }).notNull().references(() => orders.id),
  amount: numeric("amount", { precision: 12, scale: 2 }).notNull(),
});

export const paidOrders = pgView("paid_orders").as((qb) => qb.select({ id: orders.id, userId: orders.userId }).from(orders).where(sql`${orders.paid}`));

package dev.deed.cli.changeover;

import static dev.deed.cli.changeover.Case.same;

import dev.deed.expand.Request.MoveColumn;
import dev.deed.sql.QualifiedName;
import java.util.List;
import java.util.Map;

/// A column that moves into another table. Code, old and new, makes a row of both for each.
final class MoveCases {

  private static final QualifiedName T = QualifiedName.of("public", "t");
  private static final QualifiedName U = QualifiedName.of("public", "U");

  private static final String PAIRS =
      """
      CREATE FUNCTION pairs() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO "U" (id) VALUES (new.id) ON CONFLICT DO NOTHING; RETURN NULL; END $$;
      CREATE TRIGGER pairs AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION pairs();
      """;

  private MoveCases() {}

  static List<Case> all() {
    return List.of(required(), plain());
  }

  private static Case required() {
    return new Case(
            "move-column",
            """
            CREATE TABLE p (code text PRIMARY KEY);
            INSERT INTO p VALUES ('a'), ('it''s'), ('none');
            CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0,
              code varchar(9) NOT NULL DEFAULT 'none' REFERENCES p CONSTRAINT t_code_check CHECK (code <> ''));
            CREATE INDEX t_code_idx ON t (lower(code)) WHERE code <> 'none';
            COMMENT ON COLUMN t.code IS 'it''s';
            GRANT SELECT (code) ON t TO pg_monitor;
            CREATE TABLE "U" (id int UNIQUE REFERENCES t (id) ON DELETE CASCADE, other int DEFAULT 0);
            """
                + PAIRS
                + """
                INSERT INTO t (id, code) SELECT i, (ARRAY['a', 'it''s', 'none'])[1 + i % 3] FROM generate_series(1, 200) i;
                INSERT INTO t (id) SELECT 2000 + i FROM generate_series(0, 60) i;
                """,
            """
            ALTER TABLE "U" ADD code varchar(9) NOT NULL DEFAULT 'none' CONSTRAINT "U_code_fkey" REFERENCES p CONSTRAINT "U_code_check" CHECK (code <> '');
            CREATE INDEX "U_code_idx" ON "U" (lower(code)) WHERE code <> 'none';
            COMMENT ON COLUMN "U".code IS 'it''s';
            GRANT SELECT (code) ON "U" TO pg_monitor;
            ALTER TABLE t DROP COLUMN code;
            """,
            new MoveColumn(T, "code", U, Map.of(), null),
            "code",
            "code",
            List.of())
        .written(Form.of("code"), Form.in("\"U\"", "code"), List.of(same("'a'"), same("'it''s'")))
        .never(
            "SELECT id FROM \"U\" WHERE id <= 200 AND code <> (ARRAY['a', 'it''s', 'none'])[1 + id % 3]");
  }

  private static Case plain() {
    return new Case(
            "move-column under another name, from child to parent",
            """
            CREATE TABLE "U" (id int PRIMARY KEY, a int, "B" uuid, other int, UNIQUE (a, "B"));
            CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, a int, b uuid, doc jsonb CHECK (doc <> '0'),
              FOREIGN KEY (a, b) REFERENCES "U" (a, "B"), UNIQUE (b, a));
            CREATE FUNCTION pairs() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              new.a := new.id; new.b := md5(new.id::text)::uuid;
              INSERT INTO "U" (id, a, "B") VALUES (new.id, new.a, new.b) ON CONFLICT DO NOTHING; RETURN new; END $$;
            CREATE TRIGGER pairs BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION pairs();
            CREATE FUNCTION pairs2() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              new.a := new.id; new."B" := md5(new.id::text)::uuid; RETURN new; END $$;
            CREATE TRIGGER pairs BEFORE INSERT ON "U" FOR EACH ROW EXECUTE FUNCTION pairs2();
            INSERT INTO t (id, doc) SELECT i, jsonb_build_object('i', i) FROM generate_series(1, 200) i;
            """,
            "ALTER TABLE \"U\" ADD \"Doc\" jsonb CONSTRAINT \"U_doc_check\" CHECK (\"Doc\" <> '0'); ALTER TABLE t DROP COLUMN doc",
            new MoveColumn(T, "doc", U, Map.of(), "Doc"),
            "doc",
            "doc",
            List.of())
        .written(
            Form.of("doc"),
            Form.NONE,
            List.of(same("'[1, 2]'::jsonb"), same("'{}'::jsonb"), same("NULL")))
        .never("SELECT id FROM \"U\" WHERE id <= 200 AND \"Doc\" <> jsonb_build_object('i', id)");
  }
}

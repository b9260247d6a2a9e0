package dev.deed.sql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationSqlTest {

  private static final QualifiedName T = QualifiedName.of("public", "t");

  @Test
  void writes_a_table_as_it_is_after_all_changes() {
    var schema =
        replay(
            """
            CREATE TABLE t (id bigserial PRIMARY KEY, "Name" text DEFAULT 'it''s');
            ALTER TABLE t ADD COLUMN n int CHECK (n > 0), ALTER "Name" SET NOT NULL;
            CREATE INDEX CONCURRENTLY t_n ON t (n DESC) WHERE n IS NOT NULL;
            COMMENT ON COLUMN t.n IS 'how many';
            GRANT SELECT ON t TO app;
            """);

    assertThat(sql(schema))
        .isEqualTo(
            """
            CREATE SEQUENCE public.t_id_seq;
            CREATE TABLE public.t (
                id bigint DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL,
                "Name" text DEFAULT 'it''s' NOT NULL,
                n integer,
                CONSTRAINT t_n_check CHECK (n > 0),
                CONSTRAINT t_pkey PRIMARY KEY (id)
            );
            ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
            CREATE INDEX t_n ON public.t USING btree (n DESC) WHERE (n IS NOT NULL);
            COMMENT ON COLUMN public.t.n IS 'how many';
            GRANT SELECT ON public.t TO app;
            """);
  }

  /// What is written, replayed again, makes the same facts.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t ()",
        "CREATE UNLOGGED TABLE t (a int) WITH (fillfactor = 70) TABLESPACE fast",
        "CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 5 CYCLE))",
        "CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME other INCREMENT BY 2))",
        "CREATE TABLE u (a int GENERATED ALWAYS AS IDENTITY); ALTER TABLE u RENAME TO t",
        "CREATE TABLE t (a smallserial, b int GENERATED ALWAYS AS (a * 2) STORED)",
        "CREATE TABLE t (a text COMPRESSION lz4 COLLATE \"C\", b timestamptz(3) DEFAULT now())",
        "CREATE TABLE t (a int, CONSTRAINT k UNIQUE NULLS NOT DISTINCT (a) INCLUDE (a) DEFERRABLE)",
        "CREATE TABLE t (a int4range, EXCLUDE USING gist (a WITH &&) WHERE (a IS NOT NULL))",
        "CREATE TABLE t (a int REFERENCES p ON DELETE SET NULL)",
        "CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p NOT VALID",
        "CREATE TABLE t (a int) PARTITION BY RANGE (a, (a + 1))",
        "CREATE TABLE t PARTITION OF whole FOR VALUES IN (1, 2)",
        "CREATE TABLE t PARTITION OF whole DEFAULT",
        "CREATE TABLE t (b int) INHERITS (p)",
        "CREATE FOREIGN TABLE t (a int OPTIONS (column_name 'x')) SERVER s OPTIONS (table_name 'y''z')",
        "CREATE TABLE t (a int CONSTRAINT must NOT NULL, b int NOT NULL)",
        "CREATE TABLE t (a int); CREATE TRIGGER g BEFORE UPDATE OF a OR INSERT ON t FOR EACH ROW WHEN (NEW.a > 1) EXECUTE FUNCTION f('x')",
        "CREATE TABLE t (a int); CREATE TRIGGER g AFTER DELETE ON t EXECUTE FUNCTION f(); ALTER TABLE t DISABLE TRIGGER g",
        "CREATE TABLE t (a int); CREATE CONSTRAINT TRIGGER g AFTER DELETE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f()",
        "CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; CREATE POLICY y ON t AS RESTRICTIVE FOR UPDATE TO app USING (a > 1) WITH CHECK (a > 2)",
        "CREATE TABLE t (a int); CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING",
        "CREATE TABLE t (a int); COMMENT ON TABLE t IS 'it''s'; GRANT SELECT (a), INSERT ON t TO app, PUBLIC",
        "CREATE TABLE t (a int); ALTER TABLE t ALTER a SET STATISTICS 500, ALTER a SET (n_distinct = 5)",
        "CREATE TABLE t (a text); CREATE UNIQUE INDEX i ON t USING btree (lower(a) text_pattern_ops DESC NULLS LAST)",
        "CREATE VIEW t AS SELECT id, 'x' AS y FROM p WHERE id > 1",
        "CREATE VIEW t WITH (security_barrier) AS SELECT id FROM p",
        "CREATE MATERIALIZED VIEW t AS SELECT id FROM p WITH NO DATA; CREATE INDEX i ON t (id)",
        "CREATE SEQUENCE t AS integer INCREMENT BY -2 MINVALUE -100 START WITH -4 CACHE 20",
      })
  void writes_what_makes_the_same_again(String statements) {
    for (var postgres : List.of(15, 18)) {
      var schema = replay(postgres, statements);
      var written = sql(schema);

      assertThat(facts(replay(postgres, written)))
          .as("PostgreSQL %d: %s", postgres, written)
          .isEqualTo(facts(schema));
    }
  }

  private static SortedMap<String, SortedMap<FacetName, String>> facts(Schema schema) {
    var facts = new TreeMap<String, SortedMap<FacetName, String>>();
    schema.objects().forEach(o -> facts.put(o.name().words(), o.facets()));
    return facts;
  }

  private static String sql(Schema schema) {
    return List.of(
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.SEQUENCE)
        .stream()
        .flatMap(kind -> schema.find(ObjectName.of(kind, T)).stream())
        .map(found -> RelationSql.of(schema, (Relation) found))
        .findFirst()
        .orElseThrow();
  }

  private static Schema replay(String statements) {
    return replay(15, statements);
  }

  private static Schema replay(int postgres, String statements) {
    var reader = new SchemaReader(List.of("public"), postgres);
    reader.readBaseline(
        ScriptReader.read(
            new SourceFile("before.sql"),
            """
            CREATE TABLE p (id int PRIMARY KEY);
            CREATE TABLE whole (a int, b text) PARTITION BY LIST (a);
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            """));
    var script = ScriptReader.read(new SourceFile("t.sql"), statements);
    assertThat(script.problems()).as(statements).isEmpty();
    reader.read(script);
    return reader.schema();
  }
}

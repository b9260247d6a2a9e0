package dev.deed.expand;

import static dev.deed.expand.SmallStories.T;
import static dev.deed.expand.SmallStories.TO_BIGINT;
import static dev.deed.expand.SmallStories.refuses;
import static dev.deed.expand.SmallStories.schema;
import static dev.deed.expand.SmallStories.story;
import static dev.deed.expand.SmallStories.up;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.expand.PartitionWish.Strategy;
import dev.deed.expand.Request.ChangeType;
import dev.deed.expand.Request.DropColumn;
import dev.deed.expand.Request.DropTable;
import dev.deed.expand.Request.Part;
import dev.deed.expand.Request.PartitionTable;
import dev.deed.expand.Request.RemoveEnumValue;
import dev.deed.expand.Request.RenameColumn;
import dev.deed.expand.Request.SplitColumn;
import dev.deed.expand.Request.TextToEnum;
import dev.deed.sql.ServiceName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is made again, moves or is in the way of a change: views, policies, triggers, indexes,
/// publications.
class DependantsTest {

  @Test
  void names_the_owner_of_what_is_in_the_way() {
    refuses(
        "CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE foreign_child (t int REFERENCES t);",
        TO_BIGINT,
        "of service shop points at public.t.a",
        "ask service shop");
    refuses(
        "CREATE TABLE t (a int); CREATE VIEW foreign_view AS SELECT a FROM t;",
        TO_BIGINT,
        "view public.foreign_view of service shop reads public.t.a");
    refuses(
        "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; CREATE VIEW foreign_view AS SELECT a FROM v;",
        TO_BIGINT,
        "view public.foreign_view of service shop");
    refuses(
        "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;",
        new DropColumn(T, "a"),
        "view public.v reads public.t.a");
    refuses(
        "CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE c (t int REFERENCES t);",
        new DropTable(T),
        "points at it");
  }

  @Test
  void tells_all_that_is_in_the_way_at_once() {
    refuses(
        "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED, EXCLUDE USING btree (a WITH =)); CREATE VIEW v AS SELECT * FROM t;",
        TO_BIGINT,
        "3 things stand against this",
        "generated column",
        "exclusion constraint",
        "is defined with *");
  }

  @Test
  void does_not_trust_the_text_of_a_view_after_a_rename() {
    refuses(
        "CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t; ALTER TABLE t RENAME b TO c;",
        TO_BIGINT,
        "its text is not known from the migrations",
        "--env");
  }

  @Test
  void reads_names_in_texts_that_are_not_only_letters() {
    var request = new ChangeType(T, "it\"s", "bigint", null, null, null);
    var written =
        story(
            """
            CREATE TABLE t (id int PRIMARY KEY, "it""s" int, "itö" int);
            CREATE VIEW v AS SELECT "it""s" AS x FROM t;
            CREATE STATISTICS s ON "it""s", "itö" FROM t;
            """,
            request);
    assertThat(written.files().stream().flatMap(f -> f.up().stream()))
        .anyMatch(s -> s.startsWith("CREATE VIEW public.v"))
        .anyMatch(s -> s.contains("on \"it\"\"s_new\", \"itö\" from public.t"));
    assertThat(Expressions.isWord("it", "itö = 1")).isFalse();
  }

  @Test
  void moves_policies_and_triggers_to_the_column_that_takes_the_place() {
    var table =
        """
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
        CREATE TABLE t (id int PRIMARY KEY, a int, b int);
        CREATE POLICY p ON t USING (a > b);
        CREATE POLICY q ON t USING (EXISTS (SELECT FROM t x WHERE x.a = 1));
        CREATE TRIGGER g AFTER UPDATE OF a ON t FOR EACH ROW WHEN (OLD.a < NEW.a) EXECUTE FUNCTION f();
        """;
    var contract =
        story(table, new ChangeType(T, "a", "bigint", null, null, "c")).files().getLast();
    assertThat(contract.up())
        .contains("CREATE POLICY p ON public.t USING (c > b)")
        .anyMatch(s -> s.contains("UPDATE OF c ON public.t") && s.contains("old.c < new.c"))
        .noneMatch(s -> s.contains("POLICY q"));
    assertThat(contract.down()).contains("CREATE POLICY p ON public.t USING (a > b)");
    var exchange =
        story(table + "DROP POLICY q ON t;", new ChangeType(T, "a", "text", null, null, null))
            .files()
            .get(2);
    assertThat(exchange.up())
        .contains("CREATE POLICY p ON public.t USING ((a::integer) > b)")
        .anyMatch(s -> s.contains("(old.a::integer) < (new.a::integer)"));
    assertThat(exchange.down()).contains("CREATE POLICY p ON public.t USING (a > b)");
  }

  /// As a live server writes them.
  @Test
  void gives_labels_of_an_enum_the_type_of_the_copy() {
    var table =
        "CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad'); CREATE TABLE t (id int PRIMARY KEY, a mood, CONSTRAINT c CHECK (a <> 'glad'::public.mood OR a = ANY (ARRAY['ok'::mood]))); CREATE INDEX i ON t (id) WHERE a = 'ok'::public.mood;";
    for (var request :
        List.of(
            new RemoveEnumValue(T, "a", "sad", "ok"),
            new ChangeType(T, "a", "text", null, null, null))) {
      var built =
          story(table, request).files().stream()
              .filter(file -> file.phase() == Phase.BACKFILL)
              .flatMap(file -> file.up().stream())
              .filter(sql -> sql.contains(" CHECK (") || sql.contains("CREATE INDEX"))
              .toList();
      assertThat(built).hasSize(2).noneMatch(sql -> sql.matches("(?s).*::(public\\.)?mood\\b.*"));
    }
  }

  /// Also where another column is compared with the same word, or one that is no label with this.
  @Test
  void makes_labels_only_of_what_the_column_is_compared_with() {
    var table =
        """
        CREATE TABLE t (id int PRIMARY KEY, a varchar(9), b varchar(9));
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
        CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW WHEN ((new.a)::text = 'ok'::text AND (new.a)::text <> 'gone'::text) EXECUTE FUNCTION f();
        CREATE POLICY p ON t USING ((a)::text = 'ok'::text AND (b)::text = 'ok'::text);
        """;
    var exchange =
        story(table, new TextToEnum(T, "a", "mood", List.of("ok", "sad"))).files().stream()
            .filter(file -> file.phase() == Phase.SWITCH)
            .findFirst()
            .orElseThrow();
    assertThat(exchange.up())
        .contains(
            "CREATE POLICY p ON public.t USING ((a = ('ok'::public.mood)) AND ((b::text) = ('ok'::text)))",
            "CREATE TRIGGER x BEFORE INSERT ON public.t FOR EACH ROW WHEN ((((new.a::text)::text) = ('ok'::text)) AND (((new.a::text)::text) <> ('gone'::text))) EXECUTE FUNCTION public.f()");
  }

  @Test
  void gives_parts_of_a_row_the_types_of_its_fields() {
    var table =
        "CREATE TYPE pt AS (x int, y numeric(4, 1)); CREATE TABLE t (id int PRIMARY KEY, a pt);";
    var parts =
        List.of(
            new Part("px", null, "(a).x"),
            new Part("py", null, "(t.a).y"),
            new Part("pz", null, "((a).x + 1)::smallint"));
    var expand = story(table, new SplitColumn(T, "a", parts, "ROW(px, py)::pt")).files().getFirst();
    assertThat(expand.up())
        .contains(
            "ALTER TABLE public.t ADD COLUMN px integer",
            "ALTER TABLE public.t ADD COLUMN py numeric(4,1)",
            "ALTER TABLE public.t ADD COLUMN pz smallint");
    refuses(
        table,
        new SplitColumn(T, "a", List.of(new Part("px", null, "(a).x + 1")), "ROW(px, 1)::pt"),
        "the type of px is not known: a is a value of public.pt",
        "--into 'px=(...)::text', or give one type to all: --type");
  }

  @Test
  void refuses_batches_where_the_condition_of_a_publication_reads_what_is_not_its_identity() {
    var table = "CREATE TABLE t (id int PRIMARY KEY, a int, b text); ";
    refuses(
        table + "CREATE PUBLICATION p FOR TABLE t WHERE (b <> 'id');",
        TO_BIGINT,
        "its condition reads b, which is not part of the replica identity",
        "ALTER TABLE public.t REPLICA IDENTITY");
    story(table + "CREATE PUBLICATION p FOR TABLE t WHERE (id > 2);", TO_BIGINT);
    story(
        table
            + "ALTER TABLE t REPLICA IDENTITY FULL; CREATE PUBLICATION p FOR TABLE t WHERE (b <> 'id');",
        TO_BIGINT);
  }

  /// Code may only insert into such a table.
  @Test
  void refuses_batches_where_a_publication_cannot_tell_rows_apart() {
    var log = "CREATE TABLE t (n int, a int); ";
    var full = "CREATE TABLE t (id int PRIMARY KEY, a int); ALTER TABLE t REPLICA IDENTITY FULL; ";
    refuses(
        log + "CREATE PUBLICATION p FOR ALL TABLES;",
        TO_BIGINT,
        "publication p publishes updates of public.t, and the table has no replica identity",
        "ALTER TABLE public.t REPLICA IDENTITY FULL");
    refuses(
        full + "CREATE PUBLICATION p FOR TABLE t (id);",
        TO_BIGINT,
        "its list of columns does not have all of the replica identity",
        "ALTER TABLE public.t REPLICA IDENTITY DEFAULT");
    for (var table :
        List.of(
            log + "CREATE PUBLICATION p FOR ALL TABLES WITH (publish = 'insert');",
            log + "ALTER TABLE t REPLICA IDENTITY FULL; CREATE PUBLICATION p FOR ALL TABLES;",
            full + "CREATE PUBLICATION p FOR TABLE t;",
            "CREATE TABLE t (id int PRIMARY KEY, a int); CREATE PUBLICATION p FOR TABLE t (id);")) {
      assertThat(story(table, TO_BIGINT).files()).isNotEmpty();
    }
  }

  /// Filled in the exchange, it would stop all that use the table; unfilled, it could not be read.
  @Test
  void fills_a_materialized_view_beside_the_one_in_use() {
    for (var data : List.of("", " WITH NO DATA")) {
      var table =
          "CREATE TABLE t (id int PRIMARY KEY, a int); CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t"
              + data
              + "; CREATE INDEX m_a ON m (a); CREATE VIEW v AS SELECT a FROM m;";
      for (var statements : exchangesOf(table)) {
        assertThat(statements)
            .endsWith(
                "DROP VIEW public.v",
                "DROP MATERIALIZED VIEW public.m",
                "ALTER MATERIALIZED VIEW public.m_new RENAME TO m",
                "ALTER INDEX public.m_a_new RENAME TO m_a",
                "CREATE VIEW public.v AS\n    select a from m")
            .containsSubsequence(
                "DROP MATERIALIZED VIEW IF EXISTS public.m_new",
                "CREATE MATERIALIZED VIEW public.m_new AS\n    select id, a from t",
                "CREATE INDEX m_a_new ON public.m_new USING btree (a)")
            .noneMatch(s -> s.contains("NO DATA"));
      }
    }
  }

  /// The text of the second one names the first one: it is built when that one is exchanged.
  @Test
  void builds_materialized_views_over_each_other_one_after_the_other() {
    for (var statements :
        exchangesOf(
            "CREATE TABLE t (id int PRIMARY KEY, a int); CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t; CREATE INDEX m_a ON m (a); CREATE VIEW v AS SELECT a FROM m; CREATE MATERIALIZED VIEW n AS SELECT a FROM v; CREATE VIEW w AS SELECT a FROM n;")) {
      assertThat(statements)
          .containsSubsequence(
              "CREATE MATERIALIZED VIEW public.m_new AS\n    select id, a from t",
              "CREATE INDEX m_a_new ON public.m_new USING btree (a)",
              "ALTER VIEW public.v RENAME TO v_old",
              "ALTER MATERIALIZED VIEW public.m RENAME TO m_old",
              "ALTER INDEX public.m_a RENAME TO m_a_old",
              "ALTER MATERIALIZED VIEW public.m_new RENAME TO m",
              "ALTER INDEX public.m_a_new RENAME TO m_a",
              "CREATE VIEW public.v AS\n    select a from m",
              "CREATE MATERIALIZED VIEW public.n_new AS\n    select a from v",
              "DROP VIEW public.w",
              "DROP MATERIALIZED VIEW public.n",
              "DROP VIEW public.v_old",
              "DROP MATERIALIZED VIEW public.m_old",
              "ALTER MATERIALIZED VIEW public.n_new RENAME TO n",
              "CREATE VIEW public.w AS\n    select a from n")
          .noneMatch(s -> s.contains("NO DATA") || s.startsWith("REFRESH"));
    }
  }

  /// Up and down, by another type of the column and by partitions.
  private List<List<String>> exchangesOf(String table) {
    var exchanges = new ArrayList<List<String>>();
    for (var request :
        List.of(
            new ChangeType(T, "a", "bigint", null, null, null),
            new PartitionTable(
                T, new PartitionWish(Strategy.HASH, List.of("id"), Map.of(), null, 2, true)))) {
      var exchange =
          story(table, request).files().stream()
              .filter(f -> f.phase() == Phase.SWITCH)
              .findFirst()
              .orElseThrow();
      exchanges.add(exchange.up());
      exchanges.add(exchange.down());
    }
    return exchanges;
  }

  @Test
  void carries_what_an_index_is_to_its_table() {
    var table =
        """
        CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
        CREATE UNIQUE INDEX i ON t (a);
        ALTER TABLE t REPLICA IDENTITY USING INDEX i;
        ALTER TABLE t CLUSTER ON i;
        """;
    var clustered = "ALTER TABLE public.t CLUSTER ON i";
    var identified = "ALTER TABLE public.t REPLICA IDENTITY USING INDEX i";
    var changed = story(table, new ChangeType(T, "a", "bigint", null, null, null)).files();
    assertThat(changed.getLast().up()).contains(clustered);
    assertThat(changed.getLast().down()).contains(clustered, identified);
    assertThat(story(table, new DropColumn(T, "a")).files().getLast().down())
        .contains(clustered, identified);
  }

  @Test
  void publishes_the_same_rows_or_is_refused() {
    // Where updates are published, PostgreSQL refuses those of a table with such a condition.
    var table =
        "CREATE TABLE t (id int PRIMARY KEY, a %s); CREATE PUBLICATION p FOR TABLE t (id, a) WHERE (%s) WITH (publish = 'insert')";
    refuses(
        table.formatted("int", "a > 3 AND id > 0"),
        new ChangeType(T, "a", "text", null, null, "b"),
        "publication p tells rows by the value that public.t.a has now");
    var request = new ChangeType(T, "a", "bigint", null, null, "b");
    assertThat(story(table.formatted("int", "a > 3 AND id > 0"), request).files().getLast().up())
        .contains("ALTER PUBLICATION p ADD TABLE public.t (b, id) WHERE ((b > 3) AND (id > 0))");
    refuses(
        table.formatted("text", "a IS NOT NULL"),
        new TextToEnum(T, "a", "kind", List.of("x", "y")),
        "publication p tells rows by");
  }

  @Test
  void fires_after_a_trigger_with_a_long_name() {
    for (var others :
        List.of("zz_e", "zzzz" + "z".repeat(50), "z".repeat(63), "~".repeat(50), "ö".repeat(30))) {
      var first =
          story(
                  """
                  CREATE TABLE t (id int PRIMARY KEY, a int);
                  CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
                  CREATE TRIGGER "%s" BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
                  """
                      .formatted(others),
                  new RenameColumn(T, "a", "b"))
              .files()
              .getFirst();
      var names =
          first.up().stream()
              .filter(s -> s.startsWith("CREATE TRIGGER"))
              .map(s -> s.split(" ")[2].replace("\"", ""))
              .toList();
      assertThat(names).hasSize(2);
      var order = List.of(others, names.get(0), names.get(1));
      assertThat(order)
          .isSortedAccordingTo(
              (x, y) -> Arrays.compareUnsigned(x.getBytes(UTF_8), y.getBytes(UTF_8)));
      assertThat(order).allMatch(n -> Names.bytes(n) <= Names.LONGEST);
    }
  }

  @Test
  void says_what_publications_of_a_new_column_need() {
    var published =
        "CREATE TABLE t (id int PRIMARY KEY, a text, b text); CREATE PUBLICATION p FOR TABLE t; CREATE PUBLICATION q FOR TABLE t (id, b);";

    assertThat(story(published, new RenameColumn(T, "a", "c")).remarks())
        .containsExactly(
            "publication p publishes all columns of public.t: give the subscribers' tables a column c before the expansion, or their replication stops");
    assertThatThrownBy(() -> story(published, new DropColumn(T, "b")))
        .hasMessageContaining("publication q publishes public.t.b");
  }

  @Test
  void finds_columns_that_a_change_concerns() {
    var settings =
        new ExpandSettings(
            16,
            List.of("public"),
            _ -> Optional.empty(),
            new ServiceName("web"),
            Set.of(),
            new ExpandSettings.Directives("1h", null, 1, "0"));
    var expander =
        new Expander(
            schema("CREATE TABLE t (a int, b int, c int, d int); CREATE INDEX i ON t (a, b);"),
            settings);

    assertThat(expander.related(T, Set.of("a"))).containsExactlyInAnyOrder("a", "b");
  }

  /// Made again with its old text, it would stop the switch, or mean another thing.
  @Test
  void lets_a_view_compute_with_the_value_that_the_column_had() {
    var sql =
        """
        CREATE TABLE t (id int PRIMARY KEY, n int, role text);
        CREATE TABLE o (n int, m int);
        """;
    var toText = new ChangeType(T, "n", "text", null, null, null);
    var carried = new LinkedHashMap<String, String>();
    carried.put("SELECT id, n AS x FROM t WHERE n IS NOT NULL ORDER BY n", "SELECT id, n AS x");
    carried.put("SELECT count(n), count(*) FILTER (WHERE n IS NULL) AS f FROM t", "count(n)");
    carried.put("SELECT DISTINCT t.n FROM t JOIN o ON o.n = t.id WHERE o.n + 1 > 2", "o.n + 1");
    carried.put(
        "SELECT x.n FROM (SELECT n FROM t UNION ALL SELECT n FROM t) x GROUP BY x.n", "UNION ALL");
    carried.put("SELECT id FROM t WHERE EXISTS (SELECT n FROM o)", "EXISTS");
    carried.put("SELECT id FROM t WHERE n < 3", "SELECT id AS id FROM t WHERE (n::integer) < 3");
    carried.put(
        "SELECT u.n + 1 AS m, n FROM t u WHERE n BETWEEN 1 AND 3 OR n IS NULL GROUP BY u.n ORDER BY 1 DESC LIMIT 9",
        "SELECT (n::integer) + 1 AS m, n AS n FROM t AS u WHERE ((n::integer) BETWEEN 1 AND 3) OR (n IS NULL) GROUP BY u.n ORDER BY 1 DESC LIMIT 9");
    for (var view : carried.entrySet()) {
      assertThat(up(sql + "CREATE VIEW v AS " + view.getKey() + ";", toText))
          .as(view.getKey())
          .containsIgnoringCase(view.getValue());
    }
    for (var view :
        List.of(
            "SELECT id FROM t JOIN o ON o.n = t.n # t.n",
            "SELECT id FROM t JOIN o USING (n) # USING (n)",
            "SELECT n FROM t UNION SELECT m FROM o # UNION",
            "SELECT id FROM t WHERE (SELECT max(o.m) FROM o WHERE o.m > t.n) > 1 # t.n",
            "WITH x AS (SELECT n AS y FROM t) SELECT y + 1 AS z FROM x # y + 1",
            "SELECT o.m + q.y AS z FROM o, (SELECT n AS y FROM t) q # q.y")) {
      var parts = view.split(" # ");
      assertThatThrownBy(() -> story(sql + "CREATE VIEW v AS " + parts[0] + ";", toText))
          .as(view)
          .hasMessageContaining("view public.v computes with n of public.t as it is: ")
          .hasMessageContaining(parts[1]);
    }
    // What it gives goes into the next one.
    assertThat(
            up(
                sql
                    + "CREATE VIEW v AS SELECT n AS x, n + 1 AS y FROM t; CREATE VIEW w AS SELECT x * 2 AS d, y * 2 AS e, x FROM v;",
                toText))
        .containsIgnoringCase("SELECT (x::integer) * 2 AS d, y * 2 AS e, x AS x FROM v");
    assertThat(
            up(
                sql + "CREATE VIEW v AS SELECT n + 1 AS m FROM t;",
                new ChangeType(T, "n", "bigint", null, null, null)))
        .containsIgnoringCase("SELECT n + 1 AS m FROM t");
    assertThat(
            up(
                sql + "CREATE VIEW v AS SELECT id FROM t WHERE role = 'a';",
                new TextToEnum(T, "role", "roles", List.of("a", "b"))))
        .containsIgnoringCase("SELECT id FROM t WHERE role = 'a'");
  }

  @Test
  void refuses_texts_over_the_old_type_that_it_cannot_convert() {
    var sql = "CREATE TABLE t (id int PRIMARY KEY, n int); CREATE TABLE o (m int); %s ON t %s;";
    var toText = new ChangeType(T, "n", "text", null, null, null);
    assertThatThrownBy(() ->
            story(
                "CREATE TABLE t (id int PRIMARY KEY, n int); CREATE RULE r AS ON DELETE TO t WHERE old.n = 3 DO INSTEAD NOTHING;",
                toText))
        .hasMessageContaining("rule r on public.t computes with n of public.t as it is");
    assertThat(
            up(
                "CREATE TABLE t (id int PRIMARY KEY, n int); CREATE RULE r AS ON DELETE TO t WHERE old.n IS NOT NULL DO INSTEAD NOTHING;",
                toText))
        .contains("CREATE RULE r");
    assertThatThrownBy(() ->
            story(
                sql.formatted("CREATE POLICY p", "USING (EXISTS (SELECT FROM o WHERE m = n))"),
                toText))
        .hasMessageContaining("policy p on public.t computes with n of public.t as it is");
    assertThat(
            up(
                sql.formatted("CREATE POLICY p", "USING (n > 3 AND EXISTS (SELECT FROM o))"),
                toText))
        .contains("(n::integer) > 3");
  }

  /// The value that the column had, from an enum or by a session's settings, is none for an index.
  @Test
  void refuses_an_index_that_cannot_compute_with_the_old_value() {
    var sql =
        """
        CREATE TYPE role AS ENUM ('a', 'b');
        CREATE DOMAIN word AS text;
        CREATE TABLE t (id int, role text, day text, n int);
        CREATE INDEX lower_role ON t (lower(role));
        CREATE INDEX other_role ON t (id) WHERE role <> 'c';
        CREATE INDEX a_role ON t (id) WHERE role = 'a' AND role IS NOT NULL;
        CREATE INDEX day_year ON t (left(day, 4));
        CREATE INDEX small ON t (id) WHERE n < 3;
        """;
    assertThatThrownBy(() -> story(sql, new TextToEnum(T, "role", "role", List.of())))
        .hasMessageContaining("index public.lower_role computes with the text of")
        .hasMessageContaining("index public.other_role computes with the text of")
        .hasMessageNotContaining("a_role");
    assertThatThrownBy(() -> story(sql, new ChangeType(T, "day", "date", null, null, null)))
        .hasMessageContaining("no index can convert date into it");
    assertThat(up(sql, new ChangeType(T, "day", "word", null, null, null)))
        .contains("\"left\"(day_new, 4)");
    assertThat(up(sql, new ChangeType(T, "n", "text", null, null, null)))
        .contains("(n_new::integer) < 3");
    assertThat(up(sql, new ChangeType(T, "n", "bigint", null, null, null)))
        .contains("WHERE (n_new < 3)");
  }
}

package dev.deed.expand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.expand.PartitionWish.Steps;
import dev.deed.expand.PartitionWish.Strategy;
import dev.deed.expand.Request.AddCheck;
import dev.deed.expand.Request.AddForeignKey;
import dev.deed.expand.Request.AddRequiredColumn;
import dev.deed.expand.Request.AddUnique;
import dev.deed.expand.Request.ChangeType;
import dev.deed.expand.Request.DropColumn;
import dev.deed.expand.Request.DropTable;
import dev.deed.expand.Request.KeyToBigint;
import dev.deed.expand.Request.MergeColumns;
import dev.deed.expand.Request.MoveColumn;
import dev.deed.expand.Request.Part;
import dev.deed.expand.Request.PartitionTable;
import dev.deed.expand.Request.RemoveEnumValue;
import dev.deed.expand.Request.RenameColumn;
import dev.deed.expand.Request.SetNotNull;
import dev.deed.expand.Request.SplitColumn;
import dev.deed.expand.Request.TextToEnum;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is refused, with its reasons, and how names are made.
class ExpanderTest {

  private static final QualifiedName T = QualifiedName.of("public", "t");

  private static final QualifiedName O = QualifiedName.of("public", "o");

  private static Schema schema(String sql) {
    var reader = new SchemaReader(List.of("public"), 16);
    var script = ScriptReader.read(new SourceFile("schema.sql"), sql);
    assertThat(script.problems()).isEmpty();
    reader.read(script);
    return reader.schema();
  }

  private static Story story(String sql, Request request) {
    var settings =
        new ExpandSettings(
            16,
            List.of("public"),
            ExpanderTest::owner,
            new ServiceName("web"),
            Set.of("rename_column_t_a"),
            new ExpandSettings.Directives("48h", null, 1000, "0"));
    return new Expander(schema(sql), settings).story(request);
  }

  /// What is called `foreign...` belongs to another service.
  private static Optional<ServiceName> owner(ObjectName object) {
    return Optional.of(
        new ServiceName(object.name().name().startsWith("foreign") ? "shop" : "web"));
  }

  private static void refuses(String sql, Request request, String... words) {
    assertThatThrownBy(() -> story(sql, request))
        .isInstanceOf(NotExpanded.class)
        .satisfies(
            e -> assertThat(e.getMessage() + "\n" + ((NotExpanded) e).advice()).contains(words));
  }

  private static final Request TO_BIGINT = new ChangeType(T, "a", "bigint", null, null, null);

  @Test
  void refuses_what_has_no_second_column() {
    refuses(
        "CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE t PARTITION OF p DEFAULT;",
        TO_BIGINT,
        "public.t is a partition",
        "name the partitioned table: public.p");
    refuses(
        "CREATE TABLE t (a int) PARTITION BY LIST (a);", TO_BIGINT, "is part of the partition key");
    refuses("CREATE TABLE t (a int); CREATE TABLE u () INHERITS (t);", TO_BIGINT, "inherited from");
    refuses(
        "CREATE TABLE t (b int, a int GENERATED ALWAYS AS (b + 1) STORED);",
        TO_BIGINT,
        "public.t.a is generated");
    refuses(
        "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);",
        TO_BIGINT,
        "generated column public.t.b is computed from public.t.a");
  }

  /// The server takes the tables that inherit along where no trigger and no key is needed.
  @Test
  void says_of_tables_that_inherit_what_does_not_reach_all_their_rows() {
    var parent =
        "CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE heir () INHERITS (t); CREATE TABLE o (id int PRIMARY KEY, t_id int);";
    var heir =
        "CREATE TABLE base (a int); CREATE TABLE t (id int PRIMARY KEY) INHERITS (base); CREATE TABLE o (id int PRIMARY KEY);";
    refuses(parent, new SetNotNull(T, "a", "1"), "a trigger of one table does not fire");
    refuses(parent, new AddRequiredColumn(T, "b", "int", "1"), "public.t is inherited from");
    refuses(
        parent,
        new AddUnique(T, "u", List.of("a")),
        "a unique constraint holds for the rows of one table alone: those of public.heir");
    var key = new AddForeignKey(T, "f", List.of("a"), O, List.of(), "", true);
    refuses(parent, key, "a foreign key holds for the rows of one table alone");
    refuses(heir, new DropTable(T), "what is written through that one is not noted");

    assertThat(story(parent, new SetNotNull(T, "a", null)).files()).hasSize(2);
    assertThat(story(parent, new AddCheck(T, "c", "a > 0")).files()).hasSize(2);
    assertThat(story(heir, new AddRequiredColumn(T, "b", "int", "1")).files()).hasSize(3);
    assertThat(story(heir, new AddUnique(T, "u", List.of("a"))).files()).hasSize(1);
    assertThat(story(heir, key).files()).isNotEmpty();
    assertThat(
            story(parent, new AddForeignKey(O, "f", List.of("t_id"), T, List.of(), "", false))
                .files()
                .toString())
        .contains("SELECT FROM ONLY public.t parent");
  }

  @Test
  void refuses_columns_and_keys_where_they_cannot_be() {
    var partition =
        "CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE t PARTITION OF p DEFAULT;";
    var elsewhere = "CREATE FOREIGN TABLE t (a int) SERVER s;";
    var view = "CREATE TABLE o (a int); CREATE VIEW t AS SELECT a FROM o;";
    refuses(partition, new AddRequiredColumn(T, "b", "int", "1"), "public.t is a partition");
    refuses(elsewhere, TO_BIGINT, "foreign table public.t is not a table whose rows are in");
    refuses(view, new AddRequiredColumn(T, "b", "int", "1"), "view public.t is not a table");
  }

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
  void publishes_a_dropped_table_again_on_the_way_back() {
    var story =
        story(
            "CREATE TABLE t (a int PRIMARY KEY, b int); CREATE PUBLICATION p FOR TABLE t (a);",
            new DropTable(T));

    assertThat(story.files().getLast().toString())
        .contains("ALTER PUBLICATION p ADD TABLE public.t (a)");
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
  void takes_a_value_from_the_enum_of_a_partitioned_table() {
    var written =
        story(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE TABLE t (id int PRIMARY KEY, mood mood) PARTITION BY RANGE (id);
            CREATE TABLE t_low PARTITION OF t FOR VALUES FROM (0) TO (9);
            """,
            new RemoveEnumValue(T, "mood", "sad", "ok"));
    assertThat(written.files()).isNotEmpty();
  }

  /// As the catalogs have it, a default names the enum that is to be dropped.
  @Test
  void takes_a_default_of_the_catalogs_as_the_migrations_have_it() {
    var type = "CREATE TYPE mood AS ENUM ('sad', 'ok'); ";
    var request = new RemoveEnumValue(T, "mood", "sad", "ok");
    var plain =
        story(type + "CREATE TABLE t (id int PRIMARY KEY, mood mood DEFAULT 'ok')", request);
    assertThat(
            story(
                    type + "CREATE TABLE t (id int PRIMARY KEY, mood mood DEFAULT 'ok'::mood)",
                    request)
                .files())
        .isEqualTo(plain.files());
    assertThat(plain.files().getFirst().up())
        .contains("ALTER TABLE public.t ALTER COLUMN mood_new SET DEFAULT 'ok'");
  }

  /// `'2026-01-01' AT TIME ZONE 'UTC'` takes the text for a time with a zone.
  @Test
  void converts_a_default_in_the_type_of_its_column() {
    var files =
        story(
                "CREATE TABLE t (id int PRIMARY KEY, at timestamp DEFAULT '2026-01-01', n int DEFAULT '007')",
                new ChangeType(
                    T, "at", "timestamptz", "at AT TIME ZONE 'UTC'", "at AT TIME ZONE 'UTC'", null))
            .files();
    assertThat(files.getFirst().up())
        .anyMatch(s ->
            s.contains("SET DEFAULT") && s.contains("'2026-01-01'::timestamp without time zone"));
  }

  @Test
  void refuses_a_partitioned_table_that_no_batches_pass() {
    var table = "CREATE TABLE t (id int, n int NOT NULL, a int) PARTITION BY RANGE (n); ";
    refuses(table, new RenameColumn(T, "a", "b"), "cannot be passed in batches", "ADD PRIMARY KEY");
    refuses(table, new AddRequiredColumn(T, "b", "uuid", "gen_random_uuid()"), "in batches");
    refuses(
        table + "CREATE INDEX i ON t (id)", new ChangeType(T, "a", "text", null, null, null), "in");
    var written = story(table + "CREATE INDEX i ON t (n)", new RenameColumn(T, "a", "b"));
    assertThat(written.files().get(1).up()).anyMatch(s -> s.contains("backfill key=n "));
  }

  @Test
  void makes_keys_of_a_dropped_column_again_after_its_rows_are_looked_at() {
    var down =
        story(
                """
                CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL,
                  CONSTRAINT u UNIQUE (a, id) DEFERRABLE INITIALLY DEFERRED);
                COMMENT ON CONSTRAINT u ON t IS 'both';
                """,
                new DropColumn(T, "a"))
            .files()
            .get(1)
            .down();
    var key =
        "ALTER TABLE public.t ADD CONSTRAINT u UNIQUE USING INDEX u DEFERRABLE INITIALLY DEFERRED";
    assertThat(down).contains(key, "COMMENT ON CONSTRAINT u ON public.t IS 'both'");
    assertThat(down.indexOf(key))
        .isGreaterThan(down.indexOf("ALTER TABLE public.t VALIDATE CONSTRAINT deed_t_a_not_null"));
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
        "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (id int PRIMARY KEY, a mood, CONSTRAINT c CHECK (a <> 'sad'::public.mood OR a = ANY (ARRAY['ok'::mood]))); CREATE INDEX i ON t (id) WHERE a = 'ok'::public.mood;";
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

  /// Titles and directives are comments: the rest of the name would be SQL.
  @Test
  void refuses_names_with_line_breaks() {
    refuses(
        "CREATE TABLE t (id int PRIMARY KEY, \"a\nb\" int)",
        new DropColumn(T, "a\nb"),
        "a name of public.t, or one that the change gives it, has a line break");
    refuses(
        "CREATE TABLE t (id int PRIMARY KEY, a int)",
        new RenameColumn(T, "a", "b\rc"),
        "has a line break");
    refuses(
        "CREATE TABLE t (\"i\nd\" int PRIMARY KEY, a int)",
        new ChangeType(T, "a", "bigint", null, null, null),
        "has a line break");
    refuses(
        "CREATE TABLE t (id int PRIMARY KEY, a int)",
        new AddUnique(T, "u\n; DROP TABLE t", List.of("a")),
        "has a line break");
  }

  @Test
  void says_that_a_second_unique_index_is_no_arbiter() {
    var words = "an INSERT ... ON CONFLICT of one new value by two sessions at once";
    var table = "CREATE TABLE t (id int PRIMARY KEY, a int, b int UNIQUE);";
    for (var request :
        List.of(
            new KeyToBigint(T),
            new RenameColumn(T, "b", "c"),
            new ChangeType(T, "b", "bigint", null, null, null))) {
      assertThat(story(table, request).remarks()).anyMatch(r -> r.contains(words));
    }
    assertThat(story(table, new RenameColumn(T, "a", "c")).remarks())
        .noneMatch(r -> r.contains(words));
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

  /// The text of the second one names the first one.
  @Test
  void fills_materialized_views_over_each_other_after_the_exchange() {
    for (var statements :
        exchangesOf(
            "CREATE TABLE t (id int PRIMARY KEY, a int); CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t; CREATE MATERIALIZED VIEW n AS SELECT a FROM m;")) {
      assertThat(statements)
          .endsWith("REFRESH MATERIALIZED VIEW public.m", "REFRESH MATERIALIZED VIEW public.n")
          .anyMatch(s -> s.startsWith("CREATE MATERIALIZED VIEW") && s.contains("NO DATA"));
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
  void refuses_what_no_backfill_gets_past() {
    var rule =
        "CREATE TABLE t (id int PRIMARY KEY, a int); CREATE RULE r AS ON UPDATE TO t WHERE NEW.a > 9 DO INSTEAD NOTHING;";
    refuses(rule, new RenameColumn(T, "a", "b"), "rule r on public.t", "by a trigger");
    refuses(rule, new DropColumn(T, "a"), "rule r on public.t names it");
    refuses(
        "CREATE TABLE t (id int PRIMARY KEY, a int); CREATE STATISTICS s ON (a + 1), id FROM t",
        new ChangeType(T, "a", "text", null, null, null),
        "statistics public.s compute with the integer of",
        "DROP STATISTICS public.s");
    var unkeyed =
        "CREATE TABLE o (t_id int PRIMARY KEY); CREATE TABLE t (id int %s, a int); ALTER TABLE o ADD FOREIGN KEY (t_id) REFERENCES t (id)";
    refuses(
        unkeyed.formatted("UNIQUE"),
        new MoveColumn(T, "a", O, Map.of(), null),
        "public.t has no primary key",
        "add-unique");
    assertThat(
            story(unkeyed.formatted("NOT NULL UNIQUE"), new MoveColumn(T, "a", O, Map.of(), null))
                .files()
                .get(1)
                .up())
        .anyMatch(s -> s.contains("backfill key=id "));
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
    var table =
        "CREATE TABLE t (id int PRIMARY KEY, a %s); CREATE PUBLICATION p FOR TABLE t (id, a) WHERE (%s)";
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
  void locks_a_partitioned_table_before_its_partitions() {
    var contract =
        story(
                """
                CREATE TABLE t (id int PRIMARY KEY, a int) PARTITION BY RANGE (id);
                CREATE TABLE t_low PARTITION OF t FOR VALUES FROM (0) TO (9);
                """,
                new RenameColumn(T, "a", "b"))
            .files()
            .getLast();
    assertThat(contract.up().stream().filter(s -> s.matches("(LOCK|DROP TRIGGER).*")))
        .startsWith("LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE")
        .hasSize(3);
  }

  @Test
  void finds_types_of_extensions_where_writers_are_noted() {
    var schema =
        "CREATE SCHEMA e; CREATE EXTENSION hstore SCHEMA e; CREATE TABLE t (id int PRIMARY KEY, a hstore, b text);";
    assertThat(noted(schema, new DropColumn(T, "a")))
        .contains("SET search_path TO pg_catalog, public, e, pg_temp");
    assertThat(
            noted(
                schema.replace("a hstore, ", ""),
                new ChangeType(T, "b", "hstore", null, null, null)))
        .contains("SET search_path TO pg_catalog, public, e, pg_temp");
    assertThat(noted(schema.replace("a hstore, ", ""), new DropColumn(T, "b")))
        .contains("SET search_path TO pg_catalog, pg_temp");
  }

  private static String noted(String schema, Request request) {
    return story(schema, request).files().stream()
        .flatMap(f -> f.up().stream())
        .filter(s -> s.contains("FUNCTION public.deed_note_"))
        .findFirst()
        .orElseThrow();
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
  void helps_with_names() {
    refuses("CREATE TABLE t (abc int);", TO_BIGINT, "table public.t has no column a");
    refuses(
        "CREATE TABLE t (a int);",
        new RenameColumn(QualifiedName.of("public", "u"), "a", "b"),
        "there is no table public.u",
        "did you mean public.t?");
    refuses(
        "CREATE TABLE t (a int);", new RenameColumn(T, "a", "ä".repeat(32)), "more than 63 bytes");
    refuses("CREATE TABLE t (a int);", new KeyToBigint(T), "has no primary key");
    refuses(
        "CREATE TABLE t (a int);", new ChangeType(T, "a", "serial", null, null, null), "serial");
  }

  @Test
  void refuses_a_query_in_a_conversion() {
    refuses(
        "CREATE TABLE t (a int);",
        new ChangeType(T, "a", "text", "(SELECT 'x' FROM t LIMIT 1)", null, null),
        "contains a query");
  }

  @Test
  void makes_names_that_fit_and_are_free() {
    var longest = "ü".repeat(31);
    var story =
        story(
            "CREATE TABLE \"%1$s\" (\"%1$s\" int); CREATE INDEX \"%1$s_\" ON \"%1$s\" (\"%1$s\");"
                .formatted(longest),
            new ChangeType(
                QualifiedName.of("public", longest), longest, "bigint", null, null, null));

    for (var file : story.files()) {
      for (var statement : file.up()) {
        var script = ScriptReader.read(new SourceFile("up.sql"), statement);
        assertThat(script.problems()).as(statement).isEmpty();
      }
    }
    assertThat(story("CREATE TABLE t (a int);", new RenameColumn(T, "a", "b")).name())
        .isEqualTo("rename_column_t_a_2");
  }

  @Test
  void says_what_follows_and_what_is_made_again() {
    var story =
        story(
            """
            CREATE TABLE t (a int, b int);
            CREATE VIEW v AS SELECT a FROM t;
            CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT max(a) FROM t';
            """,
            TO_BIGINT);

    assertThat(story.remarks())
        .contains(
            "view public.v is made again in the switch",
            "function public.f() names a in its text: from the switch on, it gets values of the new type");
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

  // Partitions

  private static Request divide(
      Strategy strategy, String column, Map<String, String> named, int count) {
    return new PartitionTable(
        T, new PartitionWish(strategy, List.of(column), named, null, count, true));
  }

  private static Request byHash(String column) {
    return divide(Strategy.HASH, column, Map.of(), 2);
  }

  @Test
  void refuses_tables_that_cannot_be_partitioned() {
    var table = "CREATE TABLE t (a int PRIMARY KEY, b int);";
    refuses(
        table,
        byHash("b"),
        "t_pkey on public.t (a) does not contain b",
        "CREATE UNIQUE INDEX CONCURRENTLY t_pkey_new ON public.t (a, b); then ALTER TABLE public.t DROP CONSTRAINT t_pkey, ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey_new");
    refuses(table + "CREATE UNIQUE INDEX u ON t (b);", byHash("a"), "unique index public.u");
    refuses("CREATE TABLE t (a int, b int);", byHash("a"), "has no primary key");
    refuses("CREATE TABLE t (a citext PRIMARY KEY);", byHash("nope"), "has no column nope");
    refuses(
        "CREATE TABLE t (a int PRIMARY KEY) PARTITION BY HASH (a);", byHash("a"), "is partitioned");
    refuses(
        table + "CREATE TABLE u () INHERITS (t);", byHash("a"), "inherits or is inherited from");
    refuses(
        table
            + "ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES t; ALTER TABLE t ADD CHECK (b > 0) NOT VALID;",
        byHash("a"),
        "points at rows of the same table",
        "is not validated");
    refuses(table + "ALTER TABLE t ADD EXCLUDE (b WITH =);", byHash("a"), "exclusion constraint");
    refuses(
        table + "ALTER TABLE t FORCE ROW LEVEL SECURITY;", byHash("a"), "is forced on its owner");
    refuses(
        table + "CREATE TABLE foreign_t (a int REFERENCES t);",
        byHash("a"),
        "of service shop points at public.t");
    refuses(
        table + "CREATE VIEW foreign_v AS SELECT a FROM t; CREATE VIEW v AS SELECT * FROM t;",
        byHash("a"),
        "foreign_v of service shop reads public.t",
        "defined with *");
    refuses(
        table + "CREATE FUNCTION f(t) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        byHash("a"),
        "takes or returns rows of public.t");
    refuses(
        table + "CREATE PUBLICATION p FOR TABLE t;",
        byHash("a"),
        "publish_via_partition_root = true");
  }

  @Test
  void refuses_partitions_that_cannot_be() {
    var table = "CREATE TABLE t (a int PRIMARY KEY, d date);";
    refuses(table, byHash("a", 0), "no partition is named", "--count 8");
    refuses(
        table,
        divide(Strategy.LIST, "a", Map.of("x", "IN (1); DROP TABLE t"), 0),
        "the bound of partition x cannot be read");
    refuses(table, steps("month", "0", "5"), "--every month is not a whole number");
    refuses(table, steps("2", "5", "5"), "from 5 to 5 there is no step of 2");
    refuses(table, steps("1", "0", "100000"), "choose larger ones");
    refuses(table, divide(Strategy.LIST, "a", Map.of(), 3), "only hash partitions have a number");
  }

  private static Request byHash(String column, int count) {
    return divide(Strategy.HASH, column, Map.of(), count);
  }

  private static Request steps(String size, String from, String to) {
    return new PartitionTable(
        T,
        new PartitionWish(
            Strategy.RANGE, List.of("a"), Map.of(), new Steps(size, from, to), 0, false));
  }

  /// @return names and bounds
  private static List<String> partitions(String type, String size, String from, String to) {
    return story("CREATE TABLE t (a " + type + " PRIMARY KEY);", steps(size, from, to))
        .files()
        .getFirst()
        .up()
        .stream()
        .filter(statement -> statement.contains(" PARTITION OF "))
        .map(s ->
            s.replaceAll(
                "CREATE TABLE public\\.(\\S+) PARTITION OF public\\.t_new FOR VALUES ", "$1 "))
        .toList();
  }

  @Test
  void names_partitions_by_where_they_begin() {
    assertThat(partitions("date", "month", "2026-11-01", "2027-01-15"))
        .containsExactly(
            "t_2026_11 FROM ('2026-11-01') TO ('2026-12-01')",
            "t_2026_12 FROM ('2026-12-01') TO ('2027-01-01')",
            "t_2027_01 FROM ('2027-01-01') TO ('2027-02-01')");
    assertThat(partitions("timestamptz", "2 weeks", "2026-01-01", "2026-01-15"))
        .containsExactly(
            "t_2026_01_01 FROM ('2026-01-01 00:00:00+00') TO ('2026-01-15 00:00:00+00')");
    assertThat(partitions("timestamp", "year", "2026-01-01", "2027-01-01"))
        .containsExactly("t_2026 FROM ('2026-01-01') TO ('2027-01-01')");
    assertThat(partitions("date", "quarter", "2026-01-31", "2026-05-01"))
        .containsExactly(
            "t_2026_01_31 FROM ('2026-01-31') TO ('2026-04-30')",
            "t_2026_04_30 FROM ('2026-04-30') TO ('2026-07-30')");
    assertThat(partitions("bigint", "1000", "-1000", "1000"))
        .containsExactly("t_minus_1000 FROM (-1000) TO (0)", "t_0 FROM (0) TO (1000)");
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
  void refuses_an_expression_over_columns_that_are_not_there() {
    var sql = "CREATE TABLE t (id int PRIMARY KEY, a text, \"Name\" text);";
    var refused = new LinkedHashMap<String, Request>();
    refused.put("--using names b", new ChangeType(T, "a", "int", "length(b)", null, null));
    refused.put("--back names c", new ChangeType(T, "a", "int", null, "c::text", "d"));
    refused.put(
        "did you mean \"Name\"", new ChangeType(T, "a", "int", "length(t.name)", null, null));
    refused.put(
        "the value of x names b", new SplitColumn(T, "a", List.of(new Part("x", null, "b")), "x"));
    refused.put("--back names y", new SplitColumn(T, "a", List.of(new Part("x", null, "a")), "y"));
    refused.put(
        "--using names z",
        new MergeColumns(T, "m", "text", List.of(new Part("a", null, "m")), "z"));
    refused.put("the value names b", new SetNotNull(T, "a", "b"));
    refused.put("the condition names b", new AddCheck(T, "c", "b > a"));
    refused.forEach((words, request) -> refuses(sql, request, words));
    assertThat(
            up(sql, new ChangeType(T, "a", "int", "length(t.a) + length(t::text)", "d::text", "d")))
        .contains("length(");
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

  @Test
  void says_which_values_do_not_fit_and_which_keys_stay_narrow() {
    var sql =
        "CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t, a numeric(8,2), c varchar(5));";
    for (var wider : List.of("numeric(12,4)", "numeric(8,2)")) {
      assertThat(story(sql, new ChangeType(T, "a", wider, null, null, null)).remarks())
          .noneMatch(r -> r.contains("makes the backfill"));
    }
    for (var narrower : List.of("numeric(8,3)", "numeric(9,1)", "numeric(2)")) {
      assertThat(story(sql, new ChangeType(T, "a", narrower, null, null, null)).remarks())
          .anyMatch(r -> r.contains("makes the backfill"));
    }
    assertThat(story(sql, new ChangeType(T, "c", "varchar(50)", null, null, null)).remarks())
        .containsExactly(
            "a new value that does not fit character varying(5) makes a write fail until the contract");
    assertThat(story(sql, new KeyToBigint(T)).remarks())
        .anyMatch(r -> r.endsWith("with deed expand change-type public.t up bigint"));
  }

  @Test
  void says_that_a_default_goes_with_a_column_that_is_divided() {
    var part = List.of(new Part("first", null, "upper(a)"));
    var sql = "CREATE TABLE t (id int PRIMARY KEY, a text %s);";
    assertThat(
            story(sql.formatted("DEFAULT 'x'"), new SplitColumn(T, "a", part, "first")).remarks())
        .contains(
            "the default of public.t.a goes with it, and its successors (first) have none: code that leaves a out writes NULL after the contract");
    assertThat(story(sql.formatted(""), new SplitColumn(T, "a", part, "first")).remarks())
        .noneMatch(r -> r.startsWith("the default"));
  }

  private static String up(String sql, Request request) {
    return story(sql, request).files().stream()
        .flatMap(file -> file.up().stream())
        .collect(Collectors.joining("\n"));
  }
}

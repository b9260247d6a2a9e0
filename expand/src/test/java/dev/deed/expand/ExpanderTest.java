package dev.deed.expand;

import static dev.deed.expand.SmallStories.O;
import static dev.deed.expand.SmallStories.T;
import static dev.deed.expand.SmallStories.TO_BIGINT;
import static dev.deed.expand.SmallStories.refuses;
import static dev.deed.expand.SmallStories.story;
import static dev.deed.expand.SmallStories.up;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.deed.expand.Request.RemoveEnumValue;
import dev.deed.expand.Request.RenameColumn;
import dev.deed.expand.Request.SetNotNull;
import dev.deed.expand.Request.SplitColumn;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is refused, with its reasons, and how names are made.
class ExpanderTest {

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
  void publishes_a_dropped_table_again_on_the_way_back() {
    var story =
        story(
            "CREATE TABLE t (a int PRIMARY KEY, b int); CREATE PUBLICATION p FOR TABLE t (a);",
            new DropTable(T));

    assertThat(story.files().getLast().toString())
        .contains("ALTER PUBLICATION p ADD TABLE public.t (a)");
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
}

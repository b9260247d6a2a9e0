package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Stories that `deed expand` writes: checked, applied and taken back as any migrations.
@ExtendWith(PostgresExtension.class)
class LiveExpandTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases:
        main: {postgres: 15}
      services:
        web:
          owns:
            main: ["*"]
      environments:
        test:
          urls:
            main: ${MAIN_URL}
      """;

  private static final String BASE =
      """
      -- UP Migration
      CREATE TABLE public.tasks (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, completed boolean NOT NULL DEFAULT false);
      CREATE INDEX tasks_completed_idx ON public.tasks (completed);
      CREATE TABLE public.orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, status integer NOT NULL DEFAULT 0);
      CREATE INDEX orders_status_idx ON public.orders (status);
      CREATE TABLE public.users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text, role varchar(20) NOT NULL DEFAULT 'user');
      CREATE INDEX users_role_idx ON public.users (role);

      -- DOWN Migration (Rollback)
      -- DROP TABLE public.users;
      -- DROP TABLE public.orders;
      -- DROP TABLE public.tasks;
      """;

  private static final String FORTH =
      "CASE status WHEN 0 THEN 'new' WHEN 1 THEN 'paid' WHEN 2 THEN 'shipped' WHEN 3 THEN 'done' ELSE 'unknown' END";
  private static final String BACK =
      "CASE status WHEN 'new' THEN 0 WHEN 'paid' THEN 1 WHEN 'shipped' THEN 2 WHEN 'done' THEN 3 ELSE -1 END";

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));
  private TestDatabase main = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void applyBase(TestDatabase database) throws IOException {
    main = database;
    Files.writeString(folder.resolve("schema-ownership.yaml"), ownership(main));
    var web = Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.writeString(web.resolve("20250101000000_base.sql"), BASE);
    console = Console.in(folder).with(Map.of("MAIN_URL", main.url()));
    apply();
    main.execute(
        """
        INSERT INTO tasks (completed) SELECT i % 2 = 0 FROM generate_series(1, 50) i;
        INSERT INTO orders (status) SELECT i % 6 FROM generate_series(1, 50) i;
        INSERT INTO users (name, role) SELECT 'n' || i, 'user' FROM generate_series(1, 50) i;
        """);
  }

  /// Stories for the version of the server where it is older than that.
  static String ownership(TestDatabase database) {
    return OWNERSHIP.replace("postgres: 15", "postgres: " + Math.min(database.majorVersion(), 15));
  }

  private void apply() {
    var answer = console.run("apply", "--env", "test");
    assertThat(answer.exit()).as(answer.screen()).isZero();
  }

  private Console.Answer expand(String... arguments) {
    var all = new ArrayList<>(List.of("expand"));
    all.addAll(List.of(arguments));
    return console.run(all.toArray(String[]::new));
  }

  private void expanded(String... arguments) {
    var answer = expand(arguments);
    assertThat(answer.exit()).as(answer.screen()).isZero();
    var check = console.run("check");
    assertThat(check.exit()).as(check.screen()).isZero();
  }

  /// Read from a server of 18 too, which names each NOT NULL, where the files are for an older one.
  @Test
  void changes_the_type_of_a_column_with_a_check_to_the_end() throws IOException {
    Files.writeString(
        folder.resolve("migrations/main/web/20250102000000_check.sql"),
        "-- UP Migration\nALTER TABLE public.orders ADD CHECK (status >= 0) NOT VALID;\n");
    apply();
    expanded("change-type", "orders", "status", "bigint", "--env", "test", "--wait", "0s");
    apply();
    apply();

    assertThat(
            main.query(
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'orders' ORDER BY 1"))
        .containsExactly("id|bigint", "status|bigint");
    assertThat(console.run("verify", "--env", "test").exit()).isZero();
  }

  @Test
  void makes_words_of_a_flag_a_number_and_a_text() {
    expanded(
        "bool-or-int-to-status",
        "tasks",
        "completed",
        "--map",
        "true=completed",
        "--map",
        "false=pending",
        "--type",
        "varchar(20)",
        "--name",
        "status");
    expanded("change-type", "orders", "status", "text", "--using", FORTH, "--back", BACK);
    expanded("text-to-enum", "users", "role", "user_role", "--values", "user,admin");
    apply();

    assertThat(main.query("SELECT DISTINCT status, completed FROM tasks ORDER BY 1"))
        .containsExactly("completed|t", "pending|f");
    assertThat(main.query("SELECT DISTINCT status, status_old FROM orders ORDER BY 2"))
        .containsExactly("new|0", "paid|1", "shipped|2", "done|3", "unknown|4", "unknown|5");
    main.execute(
        "INSERT INTO tasks DEFAULT VALUES; INSERT INTO orders DEFAULT VALUES; INSERT INTO users DEFAULT VALUES");
    assertThat(
            main.query(
                "SELECT (SELECT status FROM tasks WHERE id = 51), (SELECT status FROM orders WHERE id = 51), (SELECT role FROM users WHERE id = 51)"))
        .containsExactly("pending|new|user");
    main.execute("UPDATE orders SET status = 'paid' WHERE id = 51");
    assertThat(main.query("SELECT status_old FROM orders WHERE id = 51")).containsExactly("1");
  }

  @Test
  void takes_names_in_quotes_as_in_sql() {
    expanded("rename-column", "users", "\"name\"", "\"Full name\"");
    expanded("add-check", "orders", "\"Its status\"", "status >= 0");

    assertThat(console.run("sql", "--env", "test").out())
        .contains("ADD COLUMN \"Full name\" text", "ADD CONSTRAINT \"Its status\" CHECK");
  }

  /// The library that reads the command line would say that the quotes do not match.
  @Test
  void takes_a_quote_within_an_expression() {
    expanded(
        "split-column",
        "users",
        "name",
        "--into",
        "first=split_part(name, '\"=', 1)",
        "--back",
        "first");

    assertThat(CommandLine.tracer().isWarn()).isFalse();
  }

  @Test
  void gives_up_on_a_lock_before_code_is_cancelled_as_a_deadlock() {
    expanded("rename-column", "users", "name", "full_name");

    assertThat(console.run("sql", "--env", "test").out())
        .contains("SET LOCAL lock_timeout = 500;")
        .doesNotContain("SET LOCAL lock_timeout = 2000;");
  }

  @Test
  void gives_up_as_early_without_a_limit_and_on_the_way_back() throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        ownership(main) + "policies: {lock_timeout: off}\n");
    expanded("rename-column", "users", "name", "full_name");
    main.execute(
        """
        CREATE TABLE lock_timeouts (value text);
        CREATE FUNCTION note() RETURNS event_trigger LANGUAGE plpgsql AS
          'BEGIN INSERT INTO public.lock_timeouts VALUES (current_setting(''lock_timeout'')); END';
        CREATE EVENT TRIGGER note ON ddl_command_start WHEN TAG IN ('ALTER TABLE', 'CREATE TRIGGER', 'DROP TRIGGER')
          EXECUTE FUNCTION note();
        """);

    apply();
    assertThat(main.query("SELECT DISTINCT value FROM lock_timeouts")).containsExactly("500ms");
    main.execute("TRUNCATE lock_timeouts");
    assertThat(console.run("rollback", "--env", "test", "-1").exit()).isZero();
    assertThat(console.run("rollback", "--env", "test", "-1").exit()).isZero();
    assertThat(main.query("SELECT DISTINCT value FROM lock_timeouts")).containsExactly("500ms");
  }

  /// Its functions are in a comment, line by line.
  @Test
  void leaves_after_the_way_back_what_the_migrations_say() {
    expanded("change-type", "orders", "status", "bigint");
    apply();
    assertThat(console.run("rollback", "--env", "test", "-1").exit()).isZero();

    var verified = console.run("verify", "--env", "test");
    assertThat(verified.exit()).as(verified.screen()).isZero();
    var rehearsed = console.run("rehearse");
    assertThat(rehearsed.exit()).as(rehearsed.screen()).isZero();
  }

  @Test
  void does_not_go_back_past_rows_that_no_trigger_kept_equal() {
    expanded("change-type", "orders", "status", "bigint");
    apply();
    var trigger = "zz_deed_2_change_type_orders_status";
    main.execute(
        "ALTER TABLE orders DISABLE TRIGGER %s; UPDATE orders SET status = 99 WHERE id = 1"
            .formatted(trigger));

    var refused = abandon("change_type_orders_status");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.screen())
        .contains(
            "trigger %s on orders is disabled: rows written since then may differ"
                .formatted(trigger),
            "help: put right what the query looks at and run the same command again; or correct migrations/main/web/");

    main.execute(
        "UPDATE orders SET status_old = status WHERE id = 1; ALTER TABLE orders ENABLE ALWAYS TRIGGER %s"
            .formatted(trigger));
    main.execute("DROP TRIGGER zz_deed_1_change_type_orders_status ON orders");
    assertThat(abandon("change_type_orders_status").exit()).isZero();
    assertThat(main.query("SELECT status FROM orders WHERE id = 1")).containsExactly("99");
  }

  @Test
  void moves_a_column_only_while_its_triggers_are_there() throws IOException {
    Files.writeString(
        folder.resolve("migrations/main/web/20250101000001_notes.sql"),
        "-- UP Migration\nCREATE TABLE public.notes (order_id bigint PRIMARY KEY REFERENCES public.orders (id));\n-- DOWN Migration (Rollback)\n-- DROP TABLE public.notes;\n");
    apply();
    expanded("move-column", "orders", "status", "notes");
    apply();
    main.execute("DROP TRIGGER zz_deed_2_move_column_orders_status ON notes");

    assertThat(abandon("move_column_orders_status").screen())
        .contains("trigger zz_deed_2_move_column_orders_status on notes is missing");
  }

  private Console.Answer abandon(String change) {
    return console.run("changeover", "abandon", change, "--env", "test", "--yes");
  }

  @Test
  void goes_all_the_way_back() {
    var before = main.query("SELECT * FROM orders ORDER BY id");
    expanded("change-type", "orders", "status", "text", "--using", FORTH, "--back", BACK);
    apply();

    var answer = console.run("rollback", "--env", "test", "-d", "main", "--to", "20250101000000");

    assertThat(answer.exit()).as(answer.screen()).isZero();
    assertThat(main.query("SELECT * FROM orders ORDER BY id")).isEqualTo(before);
    assertThat(console.run("verify", "--env", "test").out()).doesNotContain("error");
    apply();
  }

  @Test
  void shows_values_outside_of_an_enum_before_anything_is_changed() {
    main.execute("UPDATE users SET role = 'guest' WHERE id IN (3, 4)");
    expanded("text-to-enum", "users", "role", "user_role", "--values", "user,admin");

    var answer = console.run("apply", "--env", "test");

    assertThat(answer.exit()).isNotZero();
    assertThat(answer.screen()).contains("returned `guest`, but `none` was expected");
    assertThat(main.query("SELECT count(*) FROM pg_type WHERE typname = 'user_role'"))
        .containsExactly("0");
  }

  @Test
  void tries_a_conversion_on_the_rows_that_are_there() throws IOException {
    main.execute("UPDATE users SET name = id::text WHERE id NOT IN (3, 7)");
    var answer =
        expand(
            "change-type", "users", "name", "integer", "--using", "name::integer", "--env", "test");
    assertThat(answer.exit()).isNotZero();
    assertThat(answer.screen())
        .contains("2 of the first 10000 rows of public.users in main (test) do not fit")
        .contains("  3: invalid input syntax for type integer: \"n3\"\n", "  7: invalid");
    answer = expand("change-type", "users", "name", "varchar(1)", "--env", "test");
    assertThat(answer.screen()).contains("value too long for type character varying(1)");
    answer = expand("bool-or-int-to-status", "orders", "status", "--map", "0=new", "--env", "test");
    assertThat(answer.screen()).contains("the value of status is NULL");
    answer =
        expand(
            "split-column",
            "users",
            "name",
            "--into",
            "a=name::date",
            "--back",
            "a::text",
            "--type",
            "date",
            "--env",
            "test");
    assertThat(answer.screen()).contains("invalid input syntax for type date");
    answer =
        expand(
            "add-required-column", "users", "day", "date", "--default", "'never'", "--env", "test");
    assertThat(answer.screen()).contains("invalid input syntax for type date: \"never\"");
    try (var files = Files.list(folder.resolve("migrations/main/web"))) {
      assertThat(files).hasSize(1);
    }

    main.execute("UPDATE users SET name = id::text");
    answer =
        expand(
            "change-type", "users", "name", "integer", "--using", "name::integer", "--env", "test");
    assertThat(answer.exit()).as(answer.screen()).isZero();
    assertThat(main.query("SELECT name FROM users WHERE id = 3")).containsExactly("3");
  }

  /// In the order in which the server finds them, which its plans decide.
  @Test
  void shows_the_rows_that_stand_against_a_condition() {
    main.execute(
        "ALTER TABLE orders ADD user_id bigint; UPDATE orders SET user_id = 900 + id WHERE id IN (5, 6); UPDATE users SET role = 'guest', name = NULL WHERE id IN (3, 4)");
    for (var expected :
        List.of(
            List.of(
                "guest", "text-to-enum", "users", "role", "user_role", "--values", "user,admin"),
            List.of("3, 4|4, 3", "set-not-null", "users", "name"),
            List.of(
                "\\(guest\\), \\(user\\)|\\(user\\), \\(guest\\)",
                "add-unique",
                "users",
                "users_role_key",
                "role"),
            List.of("3, 4|4, 3", "add-check", "users", "users_role_check", "role <> 'guest'"),
            List.of(
                "5, 6|6, 5",
                "add-foreign-key",
                "orders",
                "orders_user_id_fkey",
                "users",
                "--columns",
                "user_id"))) {
      var arguments = new ArrayList<>(expected.subList(1, expected.size()));
      arguments.addAll(List.of("--env", "test", "--dry-run"));
      var answer = expand(arguments.toArray(String[]::new));
      assertThat(answer.exit()).as(answer.screen()).isZero();
      assertThat(answer.screen())
          .containsPattern("rows of public.(users|orders) in main \\(test\\) stand against it: ")
          .containsPattern(": (?:" + expected.getFirst() + "): deed apply stops");
    }
  }

  @Test
  void notes_who_writes_the_old_column() {
    expanded("rename-column", "users", "name", "full_name");
    apply();
    main.execute("UPDATE users SET full_name = 'new' WHERE id = 1");
    assertThat(main.query("SELECT count(*) FROM deed.column_writer")).containsExactly("0");

    main.execute(
        "SET application_name = 'old code'; UPDATE users SET name = 'a' WHERE id = 2; UPDATE users SET name = 'b' WHERE id = 2");
    main.execute("SET application_name = 'old code'; INSERT INTO users (name) VALUES ('c')");

    assertThat(main.query("SELECT change, application, overruled, writes FROM deed.column_writer"))
        .containsExactly("rename_column_users_name|old code|f|1");
    assertThat(main.query("SELECT count(*) FROM users WHERE name IS DISTINCT FROM full_name"))
        .containsExactly("0");
  }

  @Test
  void says_what_was_changed_by_hand() {
    main.execute(
        "ALTER TABLE users ADD COLUMN extra int; ALTER TABLE users ALTER name SET NOT NULL");

    var answer =
        expand("rename-column", "users", "name", "full_name", "--env", "test", "--dry-run");

    assertThat(answer.exit()).as(answer.screen()).isZero();
    assertThat(answer.out())
        .contains("users.extra in main (test) is not as the migrations leave it")
        .contains("ADD COLUMN full_name text;");
  }

  @Test
  void writes_nothing_where_the_request_is_wrong() throws IOException {
    assertThat(console.run("changeover", "x", "--env", "test").err())
        .contains("there is no changeover named x", "deed expand writes them");
    assertThat(expand("rename-column", "usres", "name", "x").err()).contains("did you mean users?");
    assertThat(expand("rename-column", "users", "nam", "x").err())
        .contains("table public.users has no column nam", "did you mean name?");
    assertThat(expand("rename-column", "users", "name", "role").err())
        .contains("public.users has a column role already");
    assertThat(expand("change-type", "users", "name", "integer); DROP TABLE users; --").err())
        .contains("the type cannot be read");
    assertThat(expand("change-type", "users", "name", "text", "--using", "lower(").err())
        .contains("--using cannot be read");
    assertThat(expand("change-type", "users", "name", "text", "--using", "lower(nam)").err())
        .contains("--using names nam, and table public.users has no such column", "mean name?");
    main.execute("DROP TABLE users CASCADE");
    assertThat(expand("rename-column", "users", "name", "x", "--env", "test").err())
        .contains("main (test) has no table public.users, which the migrations create")
        .contains("deed apply --env test");
    assertThat(expand("text-to-enum", "users", "role", "user_role").err())
        .contains("there is no enum public.user_role", "--values");
    try (var files = Files.list(folder.resolve("migrations/main/web"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void keeps_values_for_as_long_as_was_said() throws IOException {
    expanded("drop-column", "users", "name", "--keep=7d");
    expanded("change-type", "orders", "status", "text", "--using", FORTH, "--back", BACK, "--keep");

    var drops = new ArrayList<String>();
    try (var files = Files.list(folder.resolve("migrations/main/web"))) {
      for (var file : files.filter(f -> f.toString().contains("drop_the_kept")).sorted().toList()) {
        drops.addAll(
            Files.readString(file)
                .lines()
                .filter(l -> l.startsWith("-- deed: contract") || l.startsWith("DROP"))
                .map(l -> l.replaceAll("of=[0-9]+", "of=V"))
                .toList());
      }
    }
    assertThat(drops)
        .containsExactly(
            "-- deed: contract of=V wait=7d",
            "DROP TABLE public.users_name_kept;",
            "-- deed: contract of=V wait=30d",
            "DROP TABLE public.orders_status_kept;");
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        ownership(main).replace("  test:", "  test:\n    disposable: true"));
    apply();
    var answer = console.run("rollback", "--env", "test", "-d", "main", "--to", "20250101000000");
    assertThat(answer.exit()).as(answer.screen()).isZero();
    apply();
  }

  @Test
  void refuses_durations_that_no_directive_can_have() {
    assertThat(expand("drop-column", "users", "name", "--keep=soon").err())
        .contains("'soon' is not 0 or a duration: 90s, 48h, 7d");
    assertThat(expand("drop-column", "users", "name", "--wait", "2 days").err())
        .contains("'2 days' is not 0 or a duration");
  }

  @Test
  void begins_with_what_the_change_before_it_leaves() throws IOException {
    expanded("rename-column", "users", "name", "full_name");
    expanded("change-type", "users", "full_name", "varchar(80)");

    try (var files = Files.list(folder.resolve("migrations/main/web"))) {
      var waiting = files.filter(f -> f.toString().contains("users_full_name")).toList();
      assertThat(waiting).isNotEmpty();
      for (var file : waiting) {
        assertThat(file).content().contains("-- deed: requires main/2026");
      }
    }
  }

  private void table(String version, String sql) throws IOException {
    Files.writeString(
        folder.resolve("migrations/main/web/" + version + ".sql"),
        "-- UP Migration\n"
            + sql
            + "\n-- DOWN Migration\n-- DROP TABLE public.visits, public.shops;\n");
    apply();
  }

  private List<String> waiting(String name) throws IOException {
    try (var files = Files.list(folder.resolve("migrations/main/web"))) {
      return files
          .filter(f -> f.toString().contains(name))
          .filter(f -> contentOf(f).contains("-- deed: requires"))
          .map(f -> f.getFileName().toString())
          .toList();
    }
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void waits_for_changes_of_the_tables_name_and_of_what_foreign_keys_tie() throws IOException {
    table(
        "20250201000000_keys",
        "CREATE TABLE public.shops (id integer PRIMARY KEY, name text);\nCREATE TABLE public.visits (id bigint PRIMARY KEY, shop integer REFERENCES public.shops (id), other integer, name text);\nCREATE INDEX visits_shop_idx ON public.visits (shop);");
    expanded("rename-table", "users", "people");
    expanded("rename-column", "people", "name", "full_name");
    assertThat(waiting("full_name")).hasSize(3);

    expanded("change-type", "shops", "id", "bigint");
    expanded("rename-column", "visits", "name", "title");
    assertThat(waiting("title")).isEmpty();
    expanded("rename-column", "visits", "shop", "shop_id");
    assertThat(waiting("shop_id")).hasSize(4);
    expanded("add-foreign-key", "visits", "visits_other_fkey", "shops", "--columns", "other");
    assertThat(waiting("visits_other_fkey")).isNotEmpty();
    apply();
  }

  @Test
  void moves_a_column_into_another_table() throws IOException {
    table(
        "20250201000000_profiles",
        "CREATE TABLE public.visits ();\nCREATE TABLE public.shops (user_id bigint PRIMARY KEY REFERENCES public.users (id));");
    main.execute("INSERT INTO shops SELECT id FROM users WHERE id < 50");
    expanded("move-column", "users", "name", "shops", "--name", "title");
    expanded("rename-column", "shops", "title", "heading");
    assertThat(waiting("heading")).hasSize(3);
    apply();
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        ownership(main).replace("  test:", "  test:\n    disposable: true"));
    var answer = console.run("apply", "--env", "test");
    assertThat(answer.exit()).isNotZero();
    assertThat(answer.screen()).contains("returned `50`, but `none` was expected");
    main.execute("INSERT INTO shops VALUES (50)");
    apply();

    assertThat(main.query("SELECT heading FROM shops WHERE user_id IN (7, 50) ORDER BY 1"))
        .containsExactly("n50", "n7");
    var back = console.run("rollback", "--env", "test", "-d", "main", "--to", "20250201000000");
    assertThat(back.exit()).as(back.screen()).isZero();
    assertThat(main.query("SELECT count(*) FROM users WHERE name = 'n' || id"))
        .containsExactly("50");
  }

  /// Each branch sees its own files only; the merge brings them together.
  @Test
  void sees_that_stories_of_two_branches_share_an_index() throws IOException {
    table(
        "20250201000000_visits",
        "CREATE TABLE public.shops ();\nCREATE TABLE public.visits (id bigint PRIMARY KEY, a integer, b integer, c text);\nCREATE INDEX visits_a_b_idx ON public.visits (a, b);\nCREATE INDEX visits_c_idx ON public.visits (c);");
    var web = folder.resolve("migrations/main/web");
    expanded("change-type", "visits", "a", "bigint");
    List<Path> first;
    try (var files = Files.list(web)) {
      first = files.filter(f -> f.getFileName().toString().startsWith("2026")).sorted().toList();
    }
    var aside = Files.createDirectories(folder.resolve("aside"));
    for (var file : first) {
      Files.move(file, aside.resolve(file.getFileName()));
    }
    expanded("rename-column", "visits", "c", "d");
    expanded("change-type", "visits", "b", "bigint");
    for (var file : first) {
      Files.writeString(
          web.resolve(file.getFileName().toString().replaceFirst("^2026", "2025")),
          contentOf(aside.resolve(file.getFileName())).replace("20260203", "20250203"));
    }
    var check = console.run("check").screen();
    assertThat(check)
        .contains(
            "changeover change_type_visits_b does not wait for change_type_visits_a, and one of them drops a, b, on which",
            "-- deed: requires main/2025",
            "[changeover-collision]")
        .doesNotContain("changeover rename_column_visits_c does not wait");
    assertThat(console.run("apply", "--env", "test").exit()).isNotZero();

    try (var files = Files.list(web)) {
      var end =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.startsWith("2025") && f.contains("drop_the_old_column"))
              .findFirst()
              .orElseThrow();
      var begin =
          check
              .lines()
              .filter(l -> l.contains("[changeover-collision]"))
              .findFirst()
              .orElseThrow()
              .replaceFirst(":.*", "");
      var file = folder.resolve(begin);
      Files.writeString(
          file,
          Files.readString(file)
              .replaceFirst(
                  "\n\n", "\n-- deed: requires main/" + end.replaceFirst("_.*", "") + "\n\n"));
    }
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        ownership(main).replace("  test:", "  test:\n    disposable: true"));
    apply();
    assertThat(main.query("SELECT pg_get_indexdef('visits_a_b_idx'::regclass)").getFirst())
        .endsWith("(a, b)");
  }

  @Test
  void divides_a_table_and_goes_back() throws IOException {
    Files.writeString(
        folder.resolve("migrations/main/web/20250201000000_visits.sql"),
        """
        -- UP Migration
        CREATE VIEW public.done AS SELECT id FROM public.tasks WHERE completed;
        CREATE TABLE public.visits (task bigint);

        -- DOWN Migration
        -- DROP TABLE public.visits;
        -- DROP VIEW public.done;
        """);
    apply();
    expanded(
        "partition-table",
        "tasks",
        "id",
        "--by",
        "range",
        "--every",
        "20",
        "--from",
        "0",
        "--to",
        "60");
    expanded("rename-column", "tasks", "completed", "ready");
    assertThat(waiting("ready")).hasSize(4);
    expanded("add-foreign-key", "visits", "visits_fkey", "tasks", "--columns", "task");
    assertThat(waiting("visits_fkey")).isNotEmpty();
    assertThat(console.run("check").screen()).doesNotContain("error:");
    apply();
    assertThat(main.query("SELECT state, rows FROM deed.backfill")).containsExactly("proved|50");
    assertThat(console.run("changeover", "partition_table_tasks", "--env", "test").screen())
        .contains("public.tasks_old")
        .doesNotContain("deed_apart");
    main.execute("INSERT INTO tasks (completed) VALUES (true)");
    assertThat(main.query("SELECT count(*) FROM done"))
        .isEqualTo(main.query("SELECT count(*) FROM tasks_old WHERE completed"));
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        ownership(main).replace("  test:", "  test:\n    disposable: true"));
    apply();
    assertThat(
            main.query("SELECT tableoid::regclass, count(ready) FROM tasks GROUP BY 1 ORDER BY 1"))
        .containsExactly("tasks_0|19", "tasks_20|20", "tasks_40|12");
    var back = console.run("rollback", "--env", "test", "-d", "main", "--to", "20250201000000");
    assertThat(back.exit()).as(back.screen()).isZero();
    assertThat(
            main.query(
                "SELECT relkind, (SELECT count(completed) FROM tasks) FROM pg_class WHERE relname = 'tasks'"))
        .containsExactly("r|51");
  }

  @Test
  void opens_every_operation_on_one_table() throws IOException {
    table(
        "20250201000000_wide",
        """
        CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
        CREATE TABLE public.shops (id integer PRIMARY KEY);
        CREATE TABLE public.visits (id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, a text DEFAULT 'a', b integer NOT NULL DEFAULT 1,
          c boolean NOT NULL DEFAULT false, d varchar(20) DEFAULT 'user', mood public.mood DEFAULT 'ok', e integer, f integer DEFAULT 1,
          g text, h text DEFAULT 'x y', i text DEFAULT 'i', j text DEFAULT 'j', k integer, l integer, m integer);
        CREATE INDEX visits_a_idx ON public.visits (a);
        CREATE INDEX visits_b_idx ON public.visits (b);
        """);
    main.execute(
        "INSERT INTO shops VALUES (1); INSERT INTO visits (k, l) VALUES (1, 1), (NULL, 2)");
    expanded("rename-column", "visits", "a", "aa");
    expanded("change-type", "visits", "b", "bigint");
    expanded("bool-or-int-to-status", "visits", "c", "--map", "true=yes", "--map", "false=no");
    expanded("text-to-enum", "visits", "d", "user_role", "--values", "user,admin", "--keep");
    expanded("remove-enum-value", "visits", "mood", "sad", "--instead", "ok", "--keep");
    expanded("set-not-null", "visits", "e", "--using", "0");
    expanded("set-not-null", "visits", "f");
    expanded("drop-column", "visits", "g", "--keep=1d");
    expanded(
        "split-column",
        "visits",
        "h",
        "--into",
        "h1=split_part(h, ' ', 1)",
        "--into",
        "h2=split_part(h, ' ', 2)",
        "--back",
        "h1 || ' ' || h2");
    expanded(
        "merge-columns",
        "visits",
        "ij",
        "text",
        "--from",
        "i=split_part(ij, ',', 1)",
        "--from",
        "j=split_part(ij, ',', 2)",
        "--using",
        "i || ',' || j");
    expanded("add-required-column", "visits", "token", "uuid", "--default", "gen_random_uuid()");
    expanded("key-to-bigint", "visits");
    expanded("add-check", "visits", "visits_m_check", "m > 0");
    expanded("add-unique", "visits", "visits_m_key", "m");
    expanded("add-foreign-key", "visits", "visits_k_fkey", "shops", "--columns", "k");
    expanded(
        "add-foreign-key",
        "visits",
        "visits_l_fkey",
        "shops",
        "--columns",
        "l",
        "--delete-orphans");
    expanded("rename-table", "visits", "calls");
    expanded("drop-table", "calls");
    apply();
    main.execute(
        "INSERT INTO visits (a, b, d) VALUES ('x', 5, 'admin'); UPDATE visits SET aa = 'y', b_old = 6 WHERE d = 'admin'");
    assertThat(main.query("SELECT a, aa, b, b_old, d, d_old FROM visits WHERE d = 'admin'"))
        .containsExactly("y|y|6|6|admin|admin");

    var back = console.run("rollback", "--env", "test", "-d", "main", "--to", "20250201000000");
    assertThat(back.exit()).as(back.screen()).isZero();
    assertThat(main.query("SELECT a, b, d FROM visits WHERE d = 'admin'"))
        .containsExactly("y|6|admin");
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        ownership(main).replace("  test:", "  test:\n    disposable: true"));
    apply();
    assertThat(main.query("SELECT count(*) FROM pg_class WHERE relname IN ('visits', 'calls')"))
        .containsExactly("0");
    back = console.run("rollback", "--env", "test", "-d", "main", "--to", "20250201000000");
    assertThat(back.exit()).as(back.screen()).isZero();
    apply();
  }

  @Test
  void widens_a_key_and_what_points_at_it() throws IOException {
    Files.writeString(
        folder.resolve("migrations/main/web/20250201000000_keys.sql"),
        """
        -- UP Migration
        CREATE TABLE public.shops (id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);
        CREATE TABLE public.visits (id bigint PRIMARY KEY, shop integer REFERENCES public.shops (id));
        CREATE INDEX visits_shop_idx ON public.visits (shop);

        -- DOWN Migration (Rollback)
        -- DROP TABLE public.visits;
        -- DROP TABLE public.shops;
        """);
    apply();

    var answer = expand("key-to-bigint", "shops");

    assertThat(answer.exit()).as(answer.screen()).isZero();
    assertThat(answer.out())
        .contains("exchange_public_shops_id", "exchange_public_visits_shop", "by files of its own");
    try (var files = Files.list(folder.resolve("migrations/main/web"))) {
      var waiting = files.filter(f -> f.toString().contains("visits_shop")).toList();
      assertThat(waiting).isNotEmpty();
      for (var file : waiting) {
        assertThat(file).content().contains("-- deed: requires main/2026");
      }
    }
    var check = console.run("check");
    assertThat(check.exit()).as(check.screen()).isZero();
    apply();
  }
}

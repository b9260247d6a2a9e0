package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A materialized view over what a changeover exchanges, read the whole time.
@ExtendWith(PostgresExtension.class)
class LiveMaterializedViewTest {

  @TempDir private Path folder;

  @Test
  void can_be_read_while_what_it_reads_is_exchanged(TestDatabase main)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("schema-ownership.yaml"), LiveExpandTest.ownership(main));
    var web = Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.writeString(
        web.resolve("20250101000000_base.sql"),
        """
        -- UP Migration
        CREATE TABLE public.users (id integer PRIMARY KEY, points integer NOT NULL DEFAULT 0);
        CREATE VIEW public.strong AS SELECT id, points FROM public.users WHERE points > 3;
        CREATE MATERIALIZED VIEW public.totals AS
          SELECT points, count(*) AS users FROM public.strong GROUP BY points;
        CREATE UNIQUE INDEX totals_points_idx ON public.totals (points);
        CREATE VIEW public.most AS SELECT max(points) AS points FROM public.totals;
        CREATE MATERIALIZED VIEW public.peak AS
          SELECT most.points, users FROM most JOIN totals ON most.points = totals.points;
        CREATE UNIQUE INDEX peak_points_idx ON public.peak (points);
        CREATE VIEW public.top AS SELECT points, users FROM public.peak;

        -- DOWN Migration (Rollback)
        -- DROP TABLE public.users CASCADE;
        """);
    var console = Console.in(folder).with(Map.of("MAIN_URL", main.url()));
    run(console, "apply", "--env", "test");
    main.execute(
        "INSERT INTO users SELECT i, i % 10 FROM generate_series(1, 200) i; REFRESH MATERIALIZED VIEW totals; REFRESH MATERIALIZED VIEW peak");
    run(console, "expand", "change-type", "users", "points", "bigint", "--wait", "0");
    assertThat(run(console, "plan", "--env", "test")).contains("exchange_public_users_points");

    var failures = new CopyOnWriteArrayList<String>();
    var isOver = new AtomicBoolean();
    var reader = Thread.ofPlatform().start(() -> read(main, isOver, failures));
    for (var step :
        List.of(
            List.of("apply"),
            List.of("rollback", "--yes", "--to", "20250101000000"),
            List.of("apply"))) {
      var arguments = new ArrayList<>(step);
      arguments.addAll(List.of("--env", "test"));
      run(console, arguments.toArray(String[]::new));
    }
    isOver.set(true);
    reader.join();

    assertThat(failures).isEmpty();
    assertThat(
            main.query(
                "SELECT attrelid::regclass, format_type(atttypid, -1) FROM pg_attribute WHERE attname = 'points' AND attrelid::regclass::text IN ('users', 'strong', 'totals', 'most', 'totals_points_idx', 'peak', 'peak_points_idx', 'top') ORDER BY attrelid::regclass::text"))
        .containsExactly(
            "most|bigint",
            "peak|bigint",
            "peak_points_idx|bigint",
            "strong|bigint",
            "top|bigint",
            "totals|bigint",
            "totals_points_idx|bigint",
            "users|bigint");
    assertThat(
            main.query(
                "SELECT relname FROM pg_class WHERE relname LIKE '%\\_new' OR relname LIKE '%\\_old'"))
        .isEmpty();
  }

  private static String run(Console console, String... arguments) {
    var answer = console.run(arguments);
    assertThat(answer.exit()).as(answer.screen()).isZero();
    return answer.screen();
  }

  private static void read(TestDatabase main, AtomicBoolean isOver, List<String> failures) {
    try (var connection = main.connect();
        var statement = connection.createStatement()) {
      while (!isOver.get()) {
        for (var sql :
            List.of(
                "SELECT sum(users) FROM totals",
                "SELECT points * 20 FROM most",
                "SELECT points * 20 FROM peak",
                "SELECT users * points FROM top")) {
          try (var rows = statement.executeQuery(sql)) {
            if (!rows.next() || rows.getLong(1) < 120) {
              failures.add(sql + ": " + rows.getLong(1));
            }
          }
        }
      }
    } catch (SQLException e) {
      failures.add(String.valueOf(e.getMessage()));
    }
  }
}

package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Target;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.engine.protocol.Command;
import dev.deed.engine.protocol.HistorySql;
import dev.deed.engine.protocol.MigrationProtocol;
import dev.deed.engine.protocol.PsqlText;
import dev.deed.engine.protocol.RecordedText;
import dev.deed.engine.protocol.ScriptSettings;
import dev.deed.engine.run.RunPolicy;
import dev.deed.engine.run.Runner;
import dev.deed.engine.script.PlanAsSql;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a run sends to PostgreSQL and what the script for `psql` says are the same commands: for
/// every plan of the planner's cases.
@ExtendWith(PostgresExtension.class)
class ProtocolCasesTest {

  private static final ScriptSettings SETTINGS =
      RunPolicy.DEFAULT.scripts(new DatabaseName("auth"));
  private static final String SECONDS =
      "(extract(epoch FROM pg_catalog.clock_timestamp()) - :deed_start)::double precision";

  /// All but what is wrapped in a command of psql's own.
  private static final List<String> WRAPPED =
      List.of(
          "\\",
          "SELECT 'DROP INDEX",
          "SELECT EXISTS",
          "SELECT :'deed_failed'",
          "FROM pg_catalog.pg_locks l");

  private static final String HALF_WAY =
      """
      INSERT INTO deed.migration (version, service, slug, file, state, checksum, up, position, run)
      VALUES ('%s', 'web', 'x', 'x.sql', 'failed', '', '', 1, gen_random_uuid())
      """;

  static Stream<Arguments> plans() {
    return Golden.cases("planner").stream().flatMap(ProtocolCasesTest::plans);
  }

  private static Stream<Arguments> plans(Path folder) {
    var migrations = PlannerCasesTest.migrations(folder);
    return Golden.read(folder.resolve("ask.txt"))
        .lines()
        .filter(question -> !question.startsWith("check") && !question.startsWith("status"))
        .filter(question -> hasMoves(folder, migrations, question))
        .map(question -> Arguments.of(folder, question));
  }

  private static boolean hasMoves(Path folder, Migrations migrations, String question) {
    try {
      var history = PlannerCasesTest.history(folder, migrations, databaseOf(question));
      return PlannerCasesTest.plan(migrations, history, question).moves().stream()
          .anyMatch(move -> move.requiredElsewhere().isEmpty());
    } catch (UserException e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void sends_what_the_script_says(Path folder, String question, TestDatabase there) {
    var migrations = PlannerCasesTest.migrations(folder);
    var database = databaseOf(question);
    var history = PlannerCasesTest.history(folder, migrations, database);
    var asked = PlannerCasesTest.plan(migrations, history, question);
    var moves = asked.moves().stream().filter(move -> move.requiredElsewhere().isEmpty()).toList();
    var plan = new Plan(database, moves, List.of());
    prepare(there, history, moves);

    var sent = run(there, plan);

    assertThat(sent).containsExactlyElementsOf(commands(plan));
    assertScript(plan);
  }

  private static List<Command> commands(Plan plan) {
    return plan.moves().stream()
        .flatMap(move -> new MigrationProtocol(move, SETTINGS).commands().stream())
        .toList();
  }

  /// The script, taken apart from its beginning to its end, holds these commands and no others.
  private static void assertScript(Plan plan) {
    var script = expanded(PlanAsSql.of(plan, SETTINGS, null));
    for (var move : plan.moves()) {
      var start = "deed_start \\gset\n";
      script = script.substring(script.indexOf(start) + start.length());
      var history =
          new RecordedText(move, ":'deed_run'::pg_catalog.uuid", SECONDS, DatabaseEncoding.UTF8);
      for (var command : new MigrationProtocol(move, SETTINGS).commands()) {
        var text = text(move, history, command);
        script = withoutWrapping(script, text);
        assertThat(script).startsWith(text);
        script = script.substring(text.length());
      }
    }
    assertThat(script).contains("RESET ALL;").doesNotContain("deed.migration");
  }

  /// With psql's variables replaced by the blocks that they stand for.
  private static String expanded(String script) {
    var blocks =
        Pattern.compile("(?s)SELECT (\\$deed\\d*\\$)(DO .*?)\\1 AS (deed_block_\\d+) \\\\gset\n");
    var expanded = blocks.matcher(script).replaceAll("");
    for (var block : blocks.matcher(script).results().toList()) {
      expanded = expanded.replace(":" + block.group(3) + ";", block.group(2) + ";");
    }
    return expanded;
  }

  private static String text(PlannedMigration move, RecordedText history, Command command) {
    return switch (command) {
      case Command.Plain plain -> history.of(plain) + ";\n";
      case Command.Setting setting -> statement(move, setting.position());
      case Command.Send send -> statement(move, send.position());
      case Command.SendAlone alone -> statement(move, alone.position());
      case Command.Expect _ -> "DO $expect$";
      case Command.Clear clear -> clear.leftover().sql().lines().findFirst().orElseThrow();
      case Command.RefuseUnusable refuse ->
          refuse.unusable().sql().lines().findFirst().orElseThrow();
    };
  }

  private static String statement(PlannedMigration move, int position) {
    var statement = move.body().statements().get(position);
    return PsqlText.statement(move.body().script().textOf(statement)) + ";\n";
  }

  /// What psql does around a command is not sent as such.
  private static String withoutWrapping(String script, String text) {
    var start = script.indexOf(text);
    assertThat(start).as(text).isNotNegative();
    var between = script.substring(0, start);
    if (start > 0) {
      assertThat(WRAPPED).as(between).anyMatch(between::contains);
      assertThat(between).doesNotContain("deed.migration", "SET ", "BEGIN;", "COMMIT");
    }
    return script.substring(start);
  }

  private static DatabaseName databaseOf(String question) {
    return new DatabaseName(question.split(" ")[1]);
  }

  /// With commits that wait, as those of a script do.
  private static List<Command> run(TestDatabase there, Plan plan) {
    var sent = new ArrayList<Command>();
    var address =
        new Address(
            new Target(new EnvironmentName("local"), plan.database()),
            ConnectionUrl.parse(there.url(), Map.of()));
    var run =
        new Runner(RunPolicy.DEFAULT.withDiskWait(Duration.ZERO), event -> {}, sent::add)
            .run(List.of(address), (name, known) -> plan)
            .getFirst();
    assertThat(run.failure()).isNull();
    return sent;
  }

  /// What the plan's statements need to succeed.
  private static void prepare(TestDatabase there, History history, List<PlannedMigration> moves) {
    there.execute(HistorySql.creation());
    for (var applied : AppliedScript.of(history)) {
      createDropped(there, applied.script().statements());
      executeAll(there, applied.script());
    }
    moves.stream()
        .filter(move -> move.direction() == Direction.ABANDON)
        .forEach(move -> there.execute(HALF_WAY.formatted(move.name().version())));
    createDropped(
        there,
        moves.stream()
            .filter(move -> move.direction() != Direction.ABANDON)
            .flatMap(
                move -> move.body().statements().subList(move.done(), move.statements()).stream())
            .toList());
  }

  /// Unless they create tables themselves.
  private static void createDropped(TestDatabase there, List<Statement> statements) {
    if (statements.stream()
        .noneMatch(statement -> statement.command() == CommandTag.CREATE_TABLE)) {
      statements.stream()
          .flatMap(statement -> statement.effects().stream())
          .filter(Drops.class::isInstance)
          .forEach(drop -> create(there, (Drops) drop));
    }
  }

  private static void create(TestDatabase there, Drops drop) {
    var name = drop.object().name().quoted();
    there.execute(
        drop.object().kind() == ObjectKind.INDEX
            ? "CREATE TABLE IF NOT EXISTS of_%1$s (id int); CREATE INDEX IF NOT EXISTS %1$s ON of_%1$s (id)"
                .formatted(name)
            : "CREATE TABLE IF NOT EXISTS %s (id int)".formatted(name));
  }

  private static void executeAll(TestDatabase there, Script script) {
    script.statements().forEach(statement -> there.execute(script.textOf(statement)));
  }
}

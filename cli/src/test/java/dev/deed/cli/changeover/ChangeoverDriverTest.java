package dev.deed.cli.changeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.expand.Phase;
import dev.deed.expand.Request;
import dev.deed.sql.Identifier;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Drives every operation: expand, abandon, expand, backfill, switch, back, switch, contract, back,
/// contract; with code that writes in the old way, in the new way, and both. No row is lost or
/// wrong, and the schema is that of a plain `ALTER`.
@ExtendWith(PostgresExtension.class)
class ChangeoverDriverTest {

  static Stream<Case> cases() {
    var wanted = System.getProperty("deed.case", "");
    return Stream.of(
            ColumnCases.all(),
            CarriedCases.all(),
            DivisionCases.all(),
            MoveCases.all(),
            PartitionCases.all(),
            TableCases.all())
        .flatMap(List::stream)
        .filter(tried -> tried.name().contains(wanted));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leads_to_the_schema_of_a_plain_alter(Case tried, TestDatabase database, TestDatabase other) {
    assumeCan(tried, database);
    database.execute(tried.before());
    drive(tried, database, true, true);

    other.execute(tried.before());
    other.execute(tried.plain());
    assertThat(Facts.differences(Facts.of(other), Facts.of(database))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void serves_old_code_only_and_new_code_only(
      Case tried, TestDatabase database, TestDatabase other) {
    assumeCan(tried, database);
    database.execute(tried.before());
    drive(tried, database, true, false);
    other.execute(tried.before());
    drive(tried, other, false, true);
  }

  private static void assumeCan(Case tried, TestDatabase database) {
    assumeTrue(
        !tried.before().contains("CREATE PUBLICATION") || database.majorVersion() >= 15,
        "publications have lists of columns from PostgreSQL 15 on");
  }

  private static void drive(Case tried, TestDatabase database, boolean withOld, boolean withNew) {
    var run = StoryRun.of(database, tried.before(), tried.request(), tried.keep());
    var schema = Facts.of(database);
    var names = run.story();
    var isSwitched = run.has(Phase.SWITCH);
    var first = tried.old();
    // Before the switch, the new column has a name of its own.
    var isOfWriters = !isSwitched || tried.old().columns().contains(quoted(names.added()));
    var isWhole = tried.request() instanceof Request.PartitionTable;
    var shadow =
        isWhole
            ? first.in("t_new")
            : isSwitched && isOfWriters ? Form.of(shadowOf(run)) : tried.added();
    var retired =
        isWhole
            ? first.in("t_old")
            : isSwitched && isOfWriters ? Form.of(quoted(names.old())) : first;
    try (var writers = new Writers(database, tried, withOld, withNew)) {
      run.up(Phase.EXPAND);
      writers.during(first, shadow, () -> {});
      writers.run();
      writers.during(first, Form.NONE, () -> run.down(Phase.EXPAND));
      writers.run();
      assertThat(Facts.differences(schema, Facts.of(database))).isEmpty();

      run.up(Phase.EXPAND);
      writers.during(first, shadow, () -> {});
      writers.run();
      run.up(Phase.BACKFILL);
      writers.fill();
      writers.run();
      assertThat(writers.wrong(first, false)).isEmpty();
      assertThat(writers.wrong(shadow, true)).isEmpty();
      writers.during(
          first,
          Form.NONE,
          () -> {
            run.down(Phase.BACKFILL);
            run.down(Phase.EXPAND);
          });
      writers.run();
      assertThat(Facts.differences(schema, Facts.of(database))).isEmpty();
      run.up(Phase.EXPAND);
      run.up(Phase.BACKFILL);
      writers.during(first, shadow, () -> {});
      run.down(Phase.BACKFILL);
      run.up(Phase.BACKFILL);
      if (isSwitched) {
        var expanded = Facts.of(database);
        writers.during(retired, tried.added(), () -> run.up(Phase.SWITCH));
        writers.run();
        writers.during(first, shadow, () -> run.down(Phase.SWITCH));
        writers.run();
        assertThat(Facts.differences(expanded, Facts.of(database))).isEmpty();
        writers.during(retired, tried.added(), () -> run.up(Phase.SWITCH));
        writers.run();
        assertThat(writers.wrong(retired, false)).isEmpty();
        assertThat(writers.wrong(tried.added(), true)).isEmpty();
      }
      assertThat(wrong(tried, database)).isEmpty();
      contract(tried, database, run, writers, retired);
    }
  }

  /// Every beginning of the contract's files is taken back, before all of them stay.
  private static void contract(
      Case tried, TestDatabase database, StoryRun run, Writers writers, Form retired) {
    var files = run.files(Phase.CONTRACT);
    for (var end = 1; end <= files.size(); end++) {
      var some = files.subList(0, end);
      var switched = Facts.of(database);
      contract(tried, run, writers, some);
      assertThat(writers.wrong(tried.added(), true)).isEmpty();
      writers.during(retired, tried.added(), () -> some.reversed().forEach(run::down));
      if (tried.request() instanceof Request.DropTable && end == files.size()) {
        writers.forget();
      }
      writers.run();
      assertThat(writers.wrong(retired, false)).isEmpty();
      assertThat(Facts.differences(switched, Facts.of(database))).isEmpty();
    }
    contract(tried, run, writers, files);
    assertThat(writers.wrong(tried.added(), true)).isEmpty();
    assertThat(wrong(tried, database)).isEmpty();
    var kept = Facts.of(database);
    run.up(Phase.KEEP);
    run.down(Phase.KEEP);
    assertThat(Facts.differences(kept, Facts.of(database))).isEmpty();
    run.up(Phase.KEEP);
  }

  /// Only the last transaction takes the old form away; code writes until then.
  private static void contract(Case tried, StoryRun run, Writers writers, List<Integer> files) {
    files.forEach(file -> run.up(file, last -> writers.during(Form.NONE, tried.added(), last)));
    writers.run();
  }

  private static List<String> wrong(Case tried, TestDatabase database) {
    return tried.wrong().isEmpty() ? List.of() : database.query(tried.wrong());
  }

  private static String quoted(@Nullable String column) {
    return column == null ? "" : Identifier.quoted(column);
  }

  /// The new column's name before the switch.
  private static String shadowOf(StoryRun run) {
    var adds = Pattern.compile("ADD COLUMN (\"(?:[^\"]|\"\")+\"|\\S+) ");
    return run.story().files().getFirst().up().stream()
        .map(adds::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }
}

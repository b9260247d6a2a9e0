package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.HistoryRow.Attempt;
import dev.deed.engine.HistoryRow.Progress;
import dev.deed.engine.HistoryRow.State;
import dev.deed.engine.HistoryRow.Stored;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.script.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// A run that ended after any of its steps goes on with the rest: no statement is sent twice, and
/// none is left out.
class ResumeTest {

  private static final DatabaseName MAIN = new DatabaseName("main");
  private static final MigrationName NAME =
      new MigrationName(MAIN, new ServiceName("web"), new Version("20260129103000"), "any");
  private static final SourceFile FILE = new SourceFile("any.sql");

  @Property(tries = 300)
  void goes_on_behind_whatever_was_recorded(@ForAll("migrations") Migration migration) {
    var whole = steps(migration, History.NONE);

    for (var recorded = 1; recorded <= whole.size(); recorded++) {
      var before = whole.subList(0, recorded);
      var rest = steps(migration, stoppedBehind(migration, before, false));

      assertThat(sent(before, rest)).isEqualTo(sent(whole, List.of()));
      assertThat(places(rest))
          .isEqualTo(recorded < whole.size() ? placesFrom(recorded, whole) : List.of("record"));
    }
  }

  /// A statement outside of transactions may have been sent and not recorded: it is planned again.
  @Property(tries = 300)
  void comes_back_to_a_statement_whose_end_was_never_recorded(
      @ForAll("migrations") Migration migration) {
    var whole = steps(migration, History.NONE);

    for (var recorded = 0; recorded < whole.size(); recorded++) {
      if (whole.get(recorded) instanceof Step.Alone) {
        var history = stoppedBehind(migration, whole.subList(0, recorded), true);
        var rest = steps(migration, history);

        assertThat(places(rest)).isEqualTo(placesFrom(recorded, whole));
        assertThat(rest).allMatch(step -> step.move().begun());
      }
    }
  }

  private static List<Step> steps(Migration migration, History history) {
    return new Planner(new Migrations(List.of(migration), List.of()))
        .apply(MAIN, history, Wish.ALL)
        .steps();
  }

  private static History stoppedBehind(Migration migration, List<Step> steps, boolean begun) {
    var script = migration.up().script();
    var finished =
        sent(steps, List.of()).stream()
            .map(statement -> Checksum.of(script.textOf(statement)))
            .toList();
    return new History(
        List.of(
            new HistoryRow(
                NAME,
                FILE,
                State.STARTED,
                Stored.of(migration),
                new Progress(finished, script.statements().size(), begun),
                new Attempt(1, false, "ann", Instant.EPOCH, Duration.ZERO, null))));
  }

  private static List<Statement> sent(List<Step> before, List<Step> rest) {
    var sent = new ArrayList<Statement>();
    before.forEach(step -> sent.addAll(statements(step)));
    rest.forEach(step -> sent.addAll(statements(step)));
    return sent;
  }

  private static List<Statement> statements(Step step) {
    return switch (step) {
      case Step.InTransaction together -> together.statements();
      case Step.Alone alone -> List.of(alone.statement());
      case Step.Record _ -> List.of();
    };
  }

  private static List<String> placesFrom(int first, List<Step> whole) {
    return places(whole.subList(first, whole.size()));
  }

  private static List<String> places(List<Step> steps) {
    return steps.stream()
        .map(step ->
            switch (step) {
              case Step.InTransaction together -> together.first() + "-" + together.end();
              case Step.Alone alone -> "alone " + alone.position();
              case Step.Record _ -> "record";
            })
        .toList();
  }

  @Provide
  Arbitrary<Migration> migrations() {
    var statements =
        Arbitraries.of(
            "CREATE TABLE a (b int)",
            "ALTER TABLE a ADD c int",
            "INSERT INTO a VALUES (1)",
            "SET search_path = a",
            "SET LOCAL lock_timeout = '1s'",
            "CREATE INDEX CONCURRENTLY i ON a (b)",
            "VACUUM a",
            "DO 'BEGIN END'",
            "CALL p()");
    return Combinators.combine(
            statements.list().ofMinSize(1).ofMaxSize(8), Arbitraries.of(true, false))
        .as((texts, alone) ->
            new Migration(
                NAME, FILE, new Section(FILE, String.join(";\n", texts)), null, false, alone));
  }
}

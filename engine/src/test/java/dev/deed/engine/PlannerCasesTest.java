package dev.deed.engine;

import static java.util.stream.Collectors.joining;

import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.golden.HouseStyle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One folder a case: `migrations`, `history.csv` where there is one, `ask.txt` with one question a
/// line, and `expected.txt` with the answers.
class PlannerCasesTest {

  private static final DatabaseName AUTH = new DatabaseName("auth");
  private static final DatabaseName MAIN = new DatabaseName("main");

  static List<Path> cases() {
    return Golden.cases("planner");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void plans_as_expected(Path folder) {
    var migrations = migrations(folder);
    var answers = new StringBuilder();
    for (var question : Golden.read(folder.resolve("ask.txt")).lines().toList()) {
      answers.append("? ").append(question).append('\n');
      answers.append(answer(folder, migrations, question)).append('\n');
    }
    Golden.check(folder.resolve("expected.txt"), answers.toString());
  }

  static Migrations migrations(Path folder) {
    var root = folder.resolve("migrations");
    var services = Set.of(new ServiceName("web"), new ServiceName("api"));
    return MigrationFolder.read(
        new Layout(
            folder, Map.of(AUTH, root.resolve("auth"), MAIN, root.resolve("main")), services));
  }

  private static String answer(Path folder, Migrations migrations, String question) {
    var words = question.split(" ");
    var database = new DatabaseName(words[1]);
    try {
      return switch (words[0]) {
        case "check" -> findings(migrations);
        case "status" ->
            standings(
                new Planner(migrations).status(database, history(folder, migrations, database)));
        default -> text(plan(migrations, history(folder, migrations, database), question));
      };
    } catch (UserException e) {
      HouseStyle.check(e);
      return e.outcome() + ": " + e.getMessage() + "\nhelp: " + e.advice() + "\n";
    }
  }

  static History history(Path folder, Migrations migrations, DatabaseName database) {
    var file = folder.resolve("history.csv");
    return Files.exists(file) ? HistoryCsv.read(file, database, migrations) : History.NONE;
  }

  static Plan plan(Migrations migrations, History history, String question) {
    var words = question.split(" ");
    var database = new DatabaseName(words[1]);
    var planner = new Planner(migrations);
    return switch (words[0]) {
      case "apply" -> planner.apply(database, history, wish(words, false));
      case "apply-out-of-order" -> planner.apply(database, history, wish(words, true));
      case "stamp" -> planner.stamp(database, history, wish(words, true));
      case "rollback-from-files" ->
          planner.rollback(
              database, history, new RollbackWish(goal(words), List.of(), true), Map.of());
      case "rollback" ->
          planner.rollback(
              database,
              history,
              new RollbackWish(goal(words), List.of(words).subList(3, words.length), false),
              Map.of());
      case "abandon" -> planner.abandon(database, history, words[2]);
      default -> throw new IllegalArgumentException(question);
    };
  }

  private static Goal goal(String[] words) {
    return Goal.parse(words[2]).orElseThrow();
  }

  private static Wish wish(String[] words, boolean outOfOrder) {
    var service = words.length > 3 ? new ServiceName(words[3]) : null;
    return new Wish(goal(words), service, outOfOrder);
  }

  private static String findings(Migrations migrations) {
    return MigrationRules.check(migrations).stream()
        .peek(HouseStyle::check)
        .map(finding ->
            "%s %s:%d:%d %s\n  %s\n"
                .formatted(
                    finding.rule(),
                    finding.file(),
                    finding.span().line(),
                    finding.span().column(),
                    finding.message(),
                    finding.advice()))
        .sorted()
        .collect(joining());
  }

  private static String text(Plan plan) {
    var steps = plan.steps().stream().map(PlannerCasesTest::line).collect(joining());
    var notices =
        plan.notices().stream().map(notice -> "note: " + notice + "\n").collect(joining());
    return (steps.isEmpty() ? "nothing\n" : steps) + notices;
  }

  private static String line(Step step) {
    var move = step.move();
    var what =
        switch (step) {
          case Step.InTransaction together ->
              "together " + (together.first() + 1) + "-" + together.end();
          case Step.Alone alone ->
              "alone " + (alone.position() + 1) + " " + alone.statement().command().words();
          case Step.Record record -> "record";
        };
    var late = move.outOfOrder() ? ", late" : "";
    var begun = move.begun() ? ", begun" : "";
    var waits = move.requiredElsewhere().isEmpty() ? "" : ", waits for " + move.requiredElsewhere();
    return move + ": " + what + late + begun + waits + "\n";
  }

  private static String standings(List<MigrationStatus> standings) {
    return standings.stream()
        .map(standing -> standing.name().words() + " " + standing.state() + "\n")
        .collect(joining());
  }
}

package dev.deed.ownership.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.deed.ownership.Golden;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OwnershipCheckTest {

  private static final Path STATEMENTS = Golden.RESOURCES.resolve("statements");

  /// Objects of two services that depend on each other in every way.
  private static final Path WAYS = Golden.RESOURCES.resolve("ways");

  private static final String ASK = "-- ask ";
  private static final SourceFile ASKED = new SourceFile("asked.sql");

  /// `cases/<name>/` holds an ownership file, migrations, and what is found in `expected.txt`.
  @TestFactory
  Stream<DynamicTest> finds_what_a_service_may_not_do() {
    var top = Golden.RESOURCES.resolve("cases");
    return Cases.chosen(top, Golden.entries(top)).stream()
        .map(p ->
            dynamicTest(
                String.valueOf(p.getFileName()),
                () ->
                    Golden.check(
                        p.resolve("expected.txt"), Golden.text(new Migrations(p).findings()))));
  }

  @Test
  void the_migrations_below_the_asked_statements_are_in_order() throws IOException {
    assertThat(new Migrations(STATEMENTS).findings())
        .filteredOn(f -> f.severity() == Severity.ERROR)
        .isEmpty();
  }

  @Test
  void the_example_of_this_repository_breaks_no_rule() throws IOException {
    assertThat(new Migrations(Path.of("..")).findings())
        .filteredOn(f -> f.severity() == Severity.ERROR)
        .isEmpty();
  }

  /// Each statement of `statements.sql` runs after the migrations there; the line before it says
  /// who asks, and what must be found: the rule and the object.
  @Test
  void every_statement_asks_the_owners_of_what_it_touches() throws IOException {
    ask(STATEMENTS);
  }

  @Test
  void every_way_to_an_object_of_another_service_is_found() throws IOException {
    ask(WAYS);
  }

  private static void ask(Path folder) throws IOException {
    var actual = new StringBuilder();
    for (var question : questions(folder)) {
      actual.append(actual.isEmpty() ? "" : "\n").append(answered(folder, question));
    }
    Golden.check(folder.resolve("statements.sql"), actual.toString());
  }

  private static List<String> questions(Path folder) throws IOException {
    var questions = new ArrayList<String>();
    for (var text : Files.readString(folder.resolve("statements.sql")).split("\n(?=-- ask )")) {
      questions.add(text.strip() + "\n");
    }
    return questions;
  }

  private static String answered(Path folder, String question) throws IOException {
    var line = question.substring(ASK.length(), question.indexOf('\n'));
    var service = line.substring(0, line.indexOf(':'));
    var statement = question.substring(question.indexOf('\n') + 1);
    var migrations = new Migrations(folder);
    migrations.add(new DatabaseName("main"), new ServiceName(service), ASKED, statement);
    var answers =
        migrations.findings().stream()
            .filter(f -> f.file().equals(ASKED))
            .map(OwnershipCheckTest::answer)
            .collect(Collectors.joining("; "));
    return ASK + service + ": " + (answers.isEmpty() ? "nothing" : answers) + "\n" + statement;
  }

  private static String answer(Finding finding) {
    var subjects =
        finding.subjects().stream()
            .map(s -> " " + s.object() + (s.owner() == null ? "" : " of " + s.owner()))
            .collect(Collectors.joining());
    return finding.rule() + subjects;
  }
}

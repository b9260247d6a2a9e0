package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.drift.close.Reconciler;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Cases;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.schema.Facet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One folder a case, in a folder for the kind of object: `expected.sql` and `actual.sql` as
/// `pg_dump` writes them, and the `report.txt` of what is between them.
class DriftCasesTest {

  static List<Path> cases() {
    return Cases.chosen(Golden.fixture("cases"), all());
  }

  private static List<Path> all() {
    return Golden.entries("cases").stream()
        .flatMap(kind -> Golden.entries("cases/" + kind.getFileName()).stream())
        .toList();
  }

  /// None, where a case of another kind is asked for.
  static List<Path> quiet() {
    return cases().stream()
        .filter(folder -> Golden.fixture("cases/quiet").equals(folder.getParent()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reports_what_is_between_two_dumps(Path folder) throws IOException {
    Golden.check(
        folder.resolve("report.txt"), PlainReport.of(report(folder, "expected", "actual")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writes_the_sql_that_closes_it_there_and_back(Path folder) throws IOException {
    Golden.check(
        folder.resolve("reconcile.sql"), PlainSql.of(closed(folder, "expected", "actual")));
    Golden.check(folder.resolve("back.sql"), PlainSql.of(closed(folder, "actual", "expected")));
  }

  private static Reconciliation closed(Path folder, String from, String to) throws IOException {
    return Reconciler.withOrder(side(folder, from), side(folder, to), true);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("quiet")
  void keeps_quiet_about_mere_spelling(Path folder) throws IOException {
    assertThat(report(folder, "expected", "actual").drifts()).isEmpty();
    assertThat(report(folder, "actual", "expected").drifts()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void finds_drift_in_both_directions_or_in_none(Path folder) throws IOException {
    assertThat(report(folder, "actual", "expected").drifts().isEmpty())
        .isEqualTo(report(folder, "expected", "actual").drifts().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void finds_no_drift_between_a_dump_and_itself(Path folder) throws IOException {
    assertThat(report(folder, "actual", "actual").drifts()).isEmpty();
  }

  @Test
  void has_a_case_for_every_facet() throws IOException {
    var unseen = EnumSet.allOf(Facet.class);
    for (var folder : all()) {
      for (var name : List.of("expected", "actual")) {
        side(folder, name).read(15).reader().schema().objects().stream()
            .flatMap(o -> o.facets().keySet().stream())
            .forEach(f -> unseen.remove(f.facet()));
      }
    }
    assertThat(unseen).isEmpty();
  }

  private static DriftReport report(Path folder, String from, String to) throws IOException {
    return DriftCheck.between(Owners.DATABASE, side(folder, from), side(folder, to), Owners::of);
  }

  private static Side side(Path folder, String name) throws IOException {
    var file = name + ".sql";
    try (var dump = Files.newInputStream(folder.resolve(file))) {
      return Side.ofFile(file, new SourceFile(file), dump);
    }
  }
}

package dev.deed.cli.changeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
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
    if (DumpedSchema.canBeRead(database)) {
      var dumped = DumpedSchema.of(database);
      assertThat(Facts.differences(DumpedSchema.of(other), dumped)).as("by pg_dump").isEmpty();
    }
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
    try (var drive = new Drive(tried, database, new Writers(database, tried, withOld, withNew))) {
      drive.expand();
      drive.abandonExpansion();
      drive.expand();
      drive.backfill();
      drive.abandonBackfill();
      drive.expand();
      drive.backfill();
      drive.backfillAgain();
      if (drive.isSwitched()) {
        drive.switchOver();
        drive.switchBack();
        drive.switchOver();
      }
      drive.checkRows();
      // Every beginning of the contract's files is taken back, before all of them stay.
      for (var files = 1; files <= drive.contractFiles(); files++) {
        drive.contract(files);
        drive.contractBack(files);
      }
      drive.contract(drive.contractFiles());
      drive.checkRows();
      drive.forgetKept(true);
    }
  }
}

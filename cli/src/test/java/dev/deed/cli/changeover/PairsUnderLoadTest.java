package dev.deed.cli.changeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pairs of operations, open at the same time on one table while code writes all of their columns,
/// and as many steps of the one between two steps of the other as chance will have it. Each test
/// run drives some pairs, always the same ones; `-Ddeed.pairs=.*` drives all of them, and
/// `-Ddeed.seed=...` some others, by other turns.
@ExtendWith(PostgresExtension.class)
class PairsUnderLoadTest {

  private static final String WANTED = System.getProperty("deed.pairs", "3");
  private static final long SEED = Long.getLong("deed.seed", 1);

  /// How many steps the contract has, with its way back.
  private static final int CONTRACT = 4;

  /// Code, old and new, makes a row of both tables for each.
  private static final String ROWS_OF_BOTH =
      """
      CREATE FUNCTION pairs() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO u (t_id) VALUES (new.id) ON CONFLICT DO NOTHING; RETURN NULL; END $$;
      CREATE TRIGGER pairs AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION pairs();
      """;

  record Two(PairOperation first, PairOperation second) {
    @Override
    public String toString() {
      return first + " and " + second;
    }
  }

  static List<Two> pairs() {
    var all = new ArrayList<Two>();
    var operations = PairOperation.all();
    for (var first : operations) {
      for (var second : operations.subList(operations.indexOf(first), operations.size())) {
        if (!second.waitsFor(first)) {
          all.add(new Two(first, second));
        }
      }
    }
    if (WANTED.matches("[0-9]+")) {
      Collections.shuffle(all, new Random(SEED));
      return all.subList(0, Integer.parseInt(WANTED));
    }
    return all.stream().filter(two -> two.toString().matches(WANTED)).toList();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void lose_no_row_and_lead_to_the_schema_of_two_plain_alters(
      Two two, TestDatabase database, TestDatabase other) {
    begin(database);
    var done = List.<String>of();
    try (var a = of(two.first(), 1, database);
        var b = of(two.second(), 2, database)) {
      var ways = List.of(new ArrayList<>(steps(a)), new ArrayList<>(steps(b)));
      var random = new Random(SEED + two.toString().hashCode());
      while (!ways.get(0).isEmpty() || !ways.get(1).isEmpty()) {
        var left = ways.get(0).size() + ways.get(1).size();
        var pick = random.nextInt(left) < ways.get(0).size() ? 0 : 1;
        var next = ways.get(mayGoOn(two, ways, pick) ? pick : 1 - pick);
        next.removeFirst().run();
      }
      done = Facts.of(database);
    }
    begin(other);
    other.execute(two.first().plainOf(1) + two.second().plainOf(2));
    assertThat(Facts.differences(Facts.of(other), done)).as("plain").isEmpty();
  }

  /// While whole rows are kept that are deleted, the gate of a contract waits: a trigger names all
  /// columns.
  private static boolean mayGoOn(Two two, List<ArrayList<Runnable>> ways, int pick) {
    var other = pick == 0 ? two.second() : two.first();
    return !other.name().endsWith("deletes orphans")
        || ways.get(pick).size() > CONTRACT
        || ways.get(1 - pick).size() <= CONTRACT;
  }

  private static void begin(TestDatabase database) {
    database.execute(
        PairOperation.SCHEMA
            + ROWS_OF_BOTH
            + PairOperation.ROWS.replace("INSERT INTO u SELECT id FROM t;", ""));
  }

  private static Drive of(PairOperation operation, int number, TestDatabase database) {
    var tried = operation.caseOf(number);
    return new Drive(tried, database, new Writers(database, tried, true, true, 3 * number, 8));
  }

  private static List<Runnable> steps(Drive drive) {
    var steps = new ArrayList<Runnable>();
    steps.add(drive::expand);
    steps.add(drive::abandonExpansion);
    steps.add(drive::expand);
    steps.add(drive::backfill);
    steps.add(drive::abandonBackfill);
    steps.add(drive::expand);
    steps.add(drive::backfill);
    if (drive.isSwitched()) {
      steps.addAll(List.of(drive::switchOver, drive::switchBack, drive::switchOver));
    }
    var files = drive.contractFiles();
    steps.add(() -> drive.contract(files));
    steps.add(() -> drive.contractBack(files));
    steps.add(() -> drive.contract(files));
    steps.add(() -> drive.forgetKept(false));
    return steps;
  }
}

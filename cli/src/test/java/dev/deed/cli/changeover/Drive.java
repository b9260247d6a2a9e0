package dev.deed.cli.changeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.TestDatabase;
import dev.deed.expand.Phase;
import dev.deed.expand.Request;
import dev.deed.sql.Identifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One story on a live database, step by step, with the code that writes in the meantime. Each step
/// checks that no row is lost or wrong, and each way back that it leads to the schema before.
final class Drive implements AutoCloseable {

  private final Case tried;
  private final TestDatabase database;
  private final StoryRun run;
  private final boolean isSwitched;

  /// What old code writes, what new code writes before the switch, and old code after it.
  private final Form first;

  private final Form shadow;
  private final Form retired;
  private final Writers writers;

  /// Facts of the schema that this story has added (`+`) or taken away (`-`) since it was last
  /// where a way back leads to. Another story may change others in the meantime.
  private final Set<String> changed = new TreeSet<>();

  Drive(Case tried, TestDatabase database, Writers writers) {
    this.tried = tried;
    this.database = database;
    this.writers = writers;
    this.run = StoryRun.of(database, tried.before(), tried.request(), tried.keep());
    this.isSwitched = run.has(Phase.SWITCH);
    this.first = tried.old();
    var names = run.story();
    // Before the switch, the new column has a name of its own.
    var isOfWriters = !isSwitched || first.columns().contains(quoted(names.added()));
    var isWhole = tried.request() instanceof Request.PartitionTable;
    this.shadow =
        isWhole
            ? first.in("t_new")
            : isSwitched && isOfWriters ? Form.of(shadowOf(run)) : tried.added();
    this.retired =
        isWhole
            ? first.in("t_old")
            : isSwitched && isOfWriters ? Form.of(quoted(names.old())) : first;
  }

  boolean isSwitched() {
    return isSwitched;
  }

  void expand() {
    changed.clear();
    change(() -> run.up(Phase.EXPAND));
    writers.during(first, shadow, () -> {});
    writers.run();
  }

  void abandonExpansion() {
    takeBack("abandoned", () -> writers.during(first, Form.NONE, () -> run.down(Phase.EXPAND)));
  }

  void backfill() {
    change(() -> run.up(Phase.BACKFILL));
    writers.fill(true);
    writers.run();
    assertThat(writers.wrong(first, false)).isEmpty();
    assertThat(writers.wrong(shadow, true)).isEmpty();
  }

  void backfillAgain() {
    changed.clear();
    change(() -> run.down(Phase.BACKFILL));
    takeBack("filled again", () -> run.up(Phase.BACKFILL));
  }

  void abandonBackfill() {
    takeBack(
        "abandoned",
        () ->
            writers.during(
                first,
                Form.NONE,
                () -> {
                  run.down(Phase.BACKFILL);
                  run.down(Phase.EXPAND);
                }));
    writers.fill(false);
  }

  void switchOver() {
    changed.clear();
    change(() -> writers.during(retired, tried.added(), () -> run.up(Phase.SWITCH)));
    writers.run();
    assertThat(writers.wrong(retired, false)).isEmpty();
    assertThat(writers.wrong(tried.added(), true)).isEmpty();
  }

  void switchBack() {
    takeBack("switched back", () -> writers.during(first, shadow, () -> run.down(Phase.SWITCH)));
  }

  void checkRows() {
    assertThat(tried.wrong().isEmpty() ? List.of() : database.query(tried.wrong())).isEmpty();
  }

  int contractFiles() {
    return run.files(Phase.CONTRACT).size();
  }

  /// @param files that many of the contract's files, from the first one
  void contract(int files) {
    changed.clear();
    // Only the last transaction takes the old form away; code writes until then.
    change(() ->
        run.files(Phase.CONTRACT)
            .subList(0, files)
            .forEach(file -> run.up(file, last -> writers.during(Form.NONE, tried.added(), last))));
    writers.run();
    assertThat(writers.wrong(tried.added(), true)).isEmpty();
  }

  void contractBack(int files) {
    var some = run.files(Phase.CONTRACT).subList(0, files);
    takeBack(
        "contract taken back",
        () -> {
          writers.during(retired, tried.added(), () -> some.reversed().forEach(run::down));
          if (tried.request() instanceof Request.DropTable && files == contractFiles()) {
            writers.forget();
          }
        });
    assertThat(writers.wrong(retired, false)).isEmpty();
  }

  /// @param isAlone no other story has changed types of the columns that are kept
  void forgetKept(boolean isAlone) {
    changed.clear();
    change(() -> run.up(Phase.KEEP));
    change(() -> run.down(Phase.KEEP));
    changed.removeIf(fact -> !isAlone && fact.matches("(?s).*_(kept|orphans)\\..*"));
    assertThat(changed).as("kept again").isEmpty();
    run.up(Phase.KEEP);
  }

  private void change(Runnable step) {
    var before = Facts.of(database);
    step.run();
    for (var difference : Facts.differences(before, Facts.of(database))) {
      var opposite = (difference.startsWith("+") ? "-" : "+") + difference.substring(1);
      if (!changed.remove(opposite)) {
        changed.add(difference);
      }
    }
  }

  private void takeBack(String as, Runnable step) {
    change(step);
    writers.run();
    assertThat(changed).as(as).isEmpty();
  }

  @Override
  public void close() {
    writers.close();
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

package dev.deed.cli.changeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.Sections;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.expand.ExpandSettings;
import dev.deed.expand.Expander;
import dev.deed.expand.Phase;
import dev.deed.expand.Request;
import dev.deed.expand.Story;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A story's files, run on a database as deed runs them: statements that follow each other share a
/// transaction, unless they must run alone.
final class StoryRun {

  /// What shares a transaction, or is a statement that is one of its own.
  record Step(List<String> statements, boolean alone) {}

  private final Consumer<Step> server;
  private final Story story;
  private final List<String> texts;

  private StoryRun(Consumer<Step> server, Story story) {
    this.server = server;
    this.story = story;
    var versions =
        IntStream.range(0, story.files().size()).mapToObj(i -> "2026010100000" + i).toList();
    this.texts =
        IntStream.range(0, story.files().size())
            .mapToObj(i -> story.text(i, versions, "2026-01-01T00:00:00Z", List.of()))
            .toList();
  }

  /// How long values are kept, where they are.
  static final String KEEP = "30d";

  static StoryRun of(TestDatabase database, String schema, Request request) {
    return of(database, schema, request, null);
  }

  /// @param keep as in `--keep`
  static StoryRun of(TestDatabase database, String schema, Request request, @Nullable String keep) {
    return of(step -> send(database, step), database.majorVersion(), schema, request, keep);
  }

  private static Schema read(String schema, int postgres) {
    var reader = new SchemaReader(List.of("public"), postgres);
    reader.read(ScriptReader.read(new SourceFile("schema.sql"), schema));
    return reader.schema();
  }

  /// @param server runs what it is given
  /// @param postgres its major version
  static StoryRun of(
      Consumer<Step> server, int postgres, String schema, Request request, @Nullable String keep) {
    var settings =
        new ExpandSettings(
            postgres,
            List.of("public"),
            _ -> Optional.empty(),
            new ServiceName("web"),
            Set.of(),
            new ExpandSettings.Directives("48h", keep, 1000, "0"));
    return new StoryRun(server, new Expander(read(schema, postgres), settings).story(request));
  }

  Story story() {
    return story;
  }

  List<String> texts() {
    return texts;
  }

  boolean has(Phase phase) {
    return story.files().stream().anyMatch(f -> f.phase() == phase);
  }

  /// The numbers of the files of that phase, in order.
  List<Integer> files(Phase phase) {
    return IntStream.range(0, texts.size())
        .filter(i -> story.files().get(i).phase() == phase)
        .boxed()
        .toList();
  }

  void up(Phase phase) {
    files(phase).forEach(this::up);
  }

  void down(Phase phase) {
    files(phase).reversed().forEach(this::down);
  }

  void up(int file) {
    run(script(Sections.of(texts.get(file)).up()), story.files().get(file).alone());
  }

  void down(int file) {
    var down = Sections.of(texts.get(file)).down();
    assertThat(down).isNotNull();
    run(script(String.valueOf(down)), story.files().get(file).alone());
  }

  private static Script script(String text) {
    var script = ScriptReader.read(new SourceFile("story.sql"), text);
    assertThat(script.problems()).as(text).isEmpty();
    return script;
  }

  /// @param last runs what it is given: the last transaction
  void up(int file, Consumer<Runnable> last) {
    run(script(Sections.of(texts.get(file)).up()), story.files().get(file).alone(), last);
  }

  private void run(Script script, boolean alone) {
    run(script, alone, Runnable::run);
  }

  private void run(Script script, boolean alone, Consumer<Runnable> last) {
    var steps = steps(script, alone);
    for (var step : steps.subList(0, steps.size() - 1)) {
      server.accept(step);
    }
    last.accept(() -> server.accept(steps.getLast()));
  }

  private static List<Step> steps(Script script, boolean alone) {
    var steps = new ArrayList<Step>();
    var together = new ArrayList<String>();
    for (var statement : script.statements()) {
      var isAlone = alone || statement.runsAlone() || isBackfill(script, statement);
      if (isAlone && !together.isEmpty()) {
        steps.add(new Step(List.copyOf(together), false));
        together.clear();
      }
      if (isAlone) {
        steps.add(new Step(List.of(script.textOf(statement)), true));
      } else {
        together.add(script.textOf(statement));
      }
    }
    if (!together.isEmpty()) {
      steps.add(new Step(List.copyOf(together), false));
    }
    return steps;
  }

  /// As deed does: it gives up soon where it does not get a lock, and tries again.
  private static void send(TestDatabase database, Step step) {
    for (var attempt = 0; ; attempt++) {
      try (var connection = database.connect();
          var sql = connection.createStatement()) {
        sql.execute("SET lock_timeout = '300ms'");
        connection.setAutoCommit(step.alone());
        for (var statement : step.statements()) {
          sql.execute(statement);
        }
        if (!step.alone()) {
          connection.commit();
        }
        return;
      } catch (SQLException e) {
        if (!"55P03".equals(e.getSQLState()) || attempt == 400) {
          throw new AssertionError(step.statements() + "\n" + e.getMessage(), e);
        }
      }
    }
  }

  private static boolean isBackfill(Script script, Statement statement) {
    return script.directives().stream()
        .anyMatch(d ->
            d.name().equals("backfill")
                && script.statements().get(d.nextStatement()).equals(statement));
  }
}

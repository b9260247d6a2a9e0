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
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A story's files, run on a database as deed runs them: statements that follow each other share a
/// transaction, unless they must run alone.
final class StoryRun {

  private final TestDatabase database;
  private final Story story;
  private final List<String> texts;

  private StoryRun(TestDatabase database, Story story) {
    this.database = database;
    this.story = story;
    var versions =
        IntStream.range(0, story.files().size()).mapToObj(i -> "2026010100000" + i).toList();
    this.texts =
        IntStream.range(0, story.files().size())
            .mapToObj(i -> story.text(i, versions, "2026-01-01T00:00:00Z"))
            .toList();
  }

  static StoryRun of(TestDatabase database, String schema, Request request) {
    return of(database, schema, request, Set.of());
  }

  static StoryRun of(TestDatabase database, String schema, Request request, Set<String> open) {
    var reader = new SchemaReader(List.of("public"), database.majorVersion());
    reader.read(ScriptReader.read(new SourceFile("schema.sql"), schema));
    var settings =
        new ExpandSettings(
            database.majorVersion(),
            List.of("public"),
            _ -> Optional.empty(),
            new ServiceName("web"),
            open,
            "48h",
            1000,
            "0");
    return new StoryRun(database, new Expander(reader.schema(), settings).story(request));
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

  void up(Phase phase) {
    for (var i = 0; i < texts.size(); i++) {
      if (story.files().get(i).phase() == phase) {
        run(script(Sections.of(texts.get(i)).up()), story.files().get(i).alone());
      }
    }
  }

  void down(Phase phase) {
    for (var i = texts.size() - 1; i >= 0; i--) {
      if (story.files().get(i).phase() == phase) {
        var down = Sections.of(texts.get(i)).down();
        assertThat(down).isNotNull();
        run(script(String.valueOf(down)), story.files().get(i).alone());
      }
    }
  }

  private static Script script(String text) {
    var script = ScriptReader.read(new SourceFile("story.sql"), text);
    assertThat(script.problems()).as(text).isEmpty();
    return script;
  }

  private void run(Script script, boolean alone) {
    try (var connection = database.connect();
        var sql = connection.createStatement()) {
      for (var statement : script.statements()) {
        var isAlone = alone || statement.runsAlone() || isBackfill(script, statement);
        if (isAlone && !connection.getAutoCommit()) {
          connection.commit();
        }
        connection.setAutoCommit(isAlone);
        try {
          sql.execute(script.textOf(statement));
        } catch (SQLException e) {
          throw new AssertionError(script.textOf(statement) + "\n" + e.getMessage(), e);
        }
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw new AssertionError(script.text(), e);
    }
  }

  private static boolean isBackfill(Script script, Statement statement) {
    return script.directives().stream()
        .anyMatch(d ->
            d.name().equals("backfill")
                && script.statements().get(d.nextStatement()).equals(statement));
  }
}

package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.MigrationRules;
import dev.deed.engine.Migrations;
import dev.deed.engine.Section;
import dev.deed.engine.Version;
import dev.deed.engine.file.MigrationSeries;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.Span;
import dev.deed.sql.script.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The files of generated stories.
record StoryFiles(Project project, Surroundings surroundings, DatabaseName database) {

  /// Writes them after other new migrations, or only shows them. A story waits for the end of an
  /// earlier one of the same tables.
  ///
  /// @return what comes after them has to wait for all of them
  NewMigrations write(List<StoryStage.Told> stories, Instant now, NewMigrations earlier) {
    var all = earlier;
    var ends = new ArrayList<Version>();
    for (var told : stories) {
      var requires = new ArrayList<>(told.requires());
      earlier.required().forEach(version -> requires.add(database + "/" + version));
      for (var i = 0; i < ends.size(); i++) {
        if (!Collections.disjoint(stories.get(i).tables(), told.tables())) {
          requires.add(database + "/" + ends.get(i));
        }
      }
      var files = files(told, now, requires, all);
      for (var file : files) {
        all = all.and(file, migration(told, file));
      }
      ends.add(files.getLast().version());
    }
    return ends.isEmpty() ? all : all.requiring(ends);
  }

  private List<MigrationSeries.File> files(
      StoryStage.Told told, Instant now, List<String> requires, NewMigrations all) {
    var story = told.story();
    var series = new MigrationSeries(database, told.owner(), StoryStage.titles(story));
    var created = now.truncatedTo(ChronoUnit.SECONDS).toString();
    Function<List<Version>, List<String>> texts =
        versions -> {
          var numbers = versions.stream().map(Version::text).toList();
          return IntStream.range(0, numbers.size())
              .mapToObj(i -> marked(told, i, story.text(i, numbers, created, requires)))
              .toList();
        };
    return all.dryRun()
        ? series.preview(project.layout(), now, all.unwrittenVersions(), texts)
        : series.write(project.layout(), now, texts);
  }

  /// Protected environments refuse it until a person has read it.
  private static String marked(StoryStage.Told told, int file, String text) {
    var lines =
        new ArrayList<>(
            text.replaceFirst("(?m)^(-- Version: .*\\n)", "$1-- deed: generated\n")
                .lines()
                .toList());
    told.ignored().stream()
        .filter(ignored -> ignored.file() == file)
        .sorted(Comparator.comparingInt(StoryStage.Ignored::line).reversed())
        .forEach(ignored ->
            lines.add(
                ignored.line() - 1,
                "-- deed: ignore %s reason=\"generated: as in the wanted schema\""
                    .formatted(ignored.rule())));
    return String.join("\n", lines) + "\n";
  }

  private Migration migration(StoryStage.Told told, MigrationSeries.File file) {
    var path = file.file().path();
    var version = file.version();
    var slug = path.substring(path.lastIndexOf('/') + 1 + version.text().length() + 1);
    return new Migration(
        new MigrationName(
            database, told.owner(), version, slug.substring(0, slug.length() - ".sql".length())),
        file.file(),
        Section.up(file.file(), file.text()),
        Section.down(file.file(), file.text()).orElse(null),
        true,
        Section.isAlone(file.text()));
  }

  /// With ignores for the rules that the wanted schema breaks, so that `check` objects to nothing.
  ///
  /// @param planned all new migrations, as a dry run has them
  /// @throws StoryStage.NotTold if `check` finds an error that is not about the wanted schema
  List<StoryStage.Told> checked(List<StoryStage.Told> stories, NewMigrations planned) {
    var all = new ArrayList<>(project.migrations().all());
    all.addAll(planned.migrations());
    var files = planned.migrations().stream().map(Migration::file).collect(Collectors.toSet());
    var findings =
        new Gate(project, new Migrations(all, List.of()), surroundings)
            .check(Scope.of(files))
            .findings();
    return stories.stream().map(told -> checked(told, findings, planned)).toList();
  }

  private static StoryStage.Told checked(
      StoryStage.Told told, List<Finding> findings, NewMigrations planned) {
    var own =
        planned.migrations().stream()
            .filter(
                m -> m.changeover().filter(p -> p.name().equals(told.story().name())).isPresent())
            .toList();
    var ignored = new ArrayList<StoryStage.Ignored>();
    for (var i = 0; i < own.size(); i++) {
      var migration = own.get(i);
      for (var finding : findings) {
        if (finding.file().equals(migration.file())
            && !finding.rule().equals(MigrationRules.UNREAD)) {
          ignored.add(new StoryStage.Ignored(i, line(told, finding, migration), rule(finding)));
        }
      }
    }
    return told.ignoring(ignored.stream().distinct().toList());
  }

  private static String rule(Finding finding) {
    return finding.rule().text();
  }

  /// The first line of the statement of the up that the finding is about.
  private static int line(StoryStage.Told told, Finding finding, Migration migration) {
    return migration.up().script().statements().stream()
        .map(Statement::span)
        .filter(
            span -> finding.span().start() >= span.start() && finding.span().start() < span.end())
        .filter(_ -> MigrationDrafts.IGNORABLE.contains(finding.rule()))
        .findFirst()
        .map(Span::line)
        .orElseThrow(() -> new StoryStage.NotTold(told.wish()));
  }
}

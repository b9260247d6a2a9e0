package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.job.SquashPlaces.NotSquashed;
import dev.deed.cli.report.Report;
import dev.deed.engine.ChangeoverPart;
import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.engine.Squash;
import dev.deed.engine.Version;
import dev.deed.engine.file.SquashedFiles;
import dev.deed.ownership.Database;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Joins migrations into one file a service, once it is proved that they make the same database.
public record SquashRun(Project project, Surroundings surroundings, Wish wish) {

  /// What the command line says.
  ///
  /// @param service null for all
  /// @param since the version after which the first one comes; null for the beginning
  /// @param upTo the last version; null for all
  /// @param baseline protected environments may have them applied
  /// @param scratch a server for the proof, null for deed's own
  /// @param dryRun shows the files only
  public record Wish(
      String description,
      @Nullable String database,
      @Nullable String service,
      @Nullable String since,
      @Nullable String upTo,
      boolean baseline,
      @Nullable String scratch,
      boolean dryRun) {}

  public Report report() {
    var migrations = project.migrations();
    var database = project.database(wish.database());
    var squashes = squashes(migrations, database);
    refuseObjections(migrations, squashes);
    var remarks =
        new ArrayList<>(
            new SquashPlaces(project, surroundings, database.name())
                .allow(squashes, wish.baseline()));
    var created = surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    var files =
        squashes.stream()
            .map(s -> new SquashedFiles(project.base(), s, wish.description(), created))
            .toList();
    remarks.addAll(proved(migrations, files, database.name()));
    if (!wish.dryRun()) {
      files.forEach(SquashedFiles::write);
    }
    return new Report.Squashed(
        files.stream()
            .flatMap(f -> f.files().stream())
            .map(f -> new Report.StoryText(f.file(), f.text()))
            .toList(),
        files.stream().flatMap(f -> f.old().stream()).toList(),
        remarks,
        wish.dryRun());
  }

  /// One a service that has at least two migrations to join.
  private List<Squash> squashes(Migrations migrations, Database database) {
    var service = wish.service();
    var known = project.ownership().map().services().stream().map(s -> s.name().text()).toList();
    if (service != null && !known.contains(service)) {
      throw new Targets.NoSuch("service", service, known);
    }
    // Files of other tools stay as these tools need them.
    var all = migrations.of(database.name()).stream().filter(m -> m.origin().isOfDeed()).toList();
    var since = wish.since() == null ? null : version(wish.since(), all);
    var upTo = wish.upTo() == null ? null : version(wish.upTo(), all);
    var chosen =
        all.stream()
            .filter(m -> service == null || m.name().service().text().equals(service))
            .filter(m -> since == null || m.version().compareTo(since) > 0)
            .filter(m -> upTo == null || m.version().compareTo(upTo) <= 0)
            .collect(
                Collectors.groupingBy(
                    (Migration m) -> m.name().service(), LinkedHashMap::new, Collectors.toList()));
    var squashes =
        chosen.values().stream()
            .filter(parts -> parts.size() > 1)
            .map(parts -> new Squash(parts, database.searchPath()))
            .toList();
    if (squashes.isEmpty()) {
      throw new NotSquashed(
          "there is nothing to join: no service has two migrations in %s%s"
              .formatted(database.name(), range()),
          "deed status shows the versions; choose them with --since and --to");
    }
    return squashes;
  }

  private String range() {
    return Stream.of(
            wish.since() == null ? "" : " after " + wish.since(),
            wish.upTo() == null ? "" : " up to " + wish.upTo())
        .collect(Collectors.joining());
  }

  /// The whole version, or its first digits.
  private static Version version(String typed, List<Migration> all) {
    var versions = all.stream().map(m -> m.version().text()).distinct().toList();
    var meant = versions.stream().filter(v -> v.startsWith(typed)).toList();
    if (versions.contains(typed)) {
      return new Version(typed);
    }
    if (meant.size() != 1) {
      throw new Targets.NoSuch("version", typed, meant.isEmpty() ? versions : meant);
    }
    return new Version(meant.getFirst());
  }

  private void refuseObjections(Migrations migrations, List<Squash> squashes) {
    var objections = new ArrayList<String>();
    for (var squash : squashes) {
      objections.addAll(squash.objections());
      objections.addAll(tornStories(migrations, squash));
    }
    if (!objections.isEmpty()) {
      throw new NotSquashed(
          String.join("\n", objections),
          "leave these out: choose versions before or after them with --since and --to");
    }
  }

  /// A changeover is joined as a whole, or not at all.
  private static List<String> tornStories(Migrations migrations, Squash squash) {
    var inside = squash.parts().stream().map(Migration::file).toList();
    var names =
        squash.parts().stream()
            .flatMap(part -> part.changeover().stream())
            .map(ChangeoverPart::name)
            .distinct()
            .toList();
    return migrations.of(squash.parts().getFirst().name().database()).stream()
        .filter(migration -> !inside.contains(migration.file()))
        .filter(migration ->
            migration.changeover().map(ChangeoverPart::name).filter(names::contains).isPresent())
        .map(migration ->
            "%s is a part of a changeover that would be joined without it"
                .formatted(migration.file()))
        .toList();
  }

  /// @return what was shown
  private List<String> proved(
      Migrations migrations, List<SquashedFiles> files, DatabaseName database) {
    var after = migrations;
    for (var joined : files) {
      after = joined.in(after);
    }
    try (var scratch = Scratch.open(wish.scratch(), surroundings.environment())) {
      var answer = new SquashProof(scratch, project, database).compare(migrations, after);
      if (!answer.isEqual()) {
        throw new NotSquashed(different(answer), order(files));
      }
      var remarks = new ArrayList<String>();
      remarks.add(
          "proved on a scratch server (%s): the old files and the new one make the same schema and the same rows"
              .formatted(scratch.isOwn() ? "deed's own" : scratch.server().url().place()));
      if (!answer.volatileColumns().isEmpty()) {
        remarks.add(
            "not compared, since their values differ from run to run: %s"
                .formatted(String.join(", ", answer.volatileColumns())));
      }
      return remarks;
    }
  }

  private static String different(SquashProof.Answer answer) {
    var lines = new ArrayList<String>();
    lines.add("the new file would not make the same database as the old ones");
    answer.schema().drifts().stream()
        .map(drift -> "  %s differs".formatted(drift.difference().object().words()))
        .distinct()
        .forEach(lines::add);
    answer.tables().forEach(table -> lines.add("  " + table));
    return String.join("\n", lines);
  }

  private static String order(List<SquashedFiles> files) {
    var services =
        files.stream()
            .map(f -> f.squash().parts().getFirst().name().service())
            .map(ServiceName::text)
            .collect(Collectors.joining(", "));
    return "migrations of several services (%s) may depend on their order: squash a shorter range, or one service"
        .formatted(services);
  }
}

package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report;
import dev.deed.drift.LiveComparison;
import dev.deed.engine.ChangeoverPart;
import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.engine.Version;
import dev.deed.engine.file.MigrationSeries;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.expand.ExpandSettings;
import dev.deed.expand.Expander;
import dev.deed.expand.NotExpanded;
import dev.deed.expand.Request;
import dev.deed.expand.Story;
import dev.deed.expand.StoryFile;
import dev.deed.ownership.Database;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Schema;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Writes a change of a table in use as migrations into its owner's folder.
public record ExpandRun(Surroundings surroundings, Wish wish) {

  /// What the command line says besides the change itself.
  ///
  /// @param database null where the table's name is enough
  /// @param environment whose database's catalogs are read, null for the migrations only
  /// @param dryRun shows the files only
  public record Wish(
      @Nullable String database,
      @Nullable String environment,
      ExpandSettings.Directives directives,
      boolean dryRun) {}

  /// The schema that a story begins with, and what is to be said of it.
  private record Start(Schema schema, int postgres, List<String> remarks) {}

  /// @param table as the user names it
  /// @param request the change, given the table's full name
  public Report report(Project project, String table, Function<QualifiedName, Request> request) {
    var first = written(project, table, request, List.of());
    var files = new ArrayList<>(first.report().files());
    var remarks = new ArrayList<>(first.report().remarks());
    for (var follower : wish.dryRun() ? List.<Request>of() : first.followers()) {
      var next =
          written(project, follower.table().quoted(), _ -> follower, List.of(first.contract()));
      files.addAll(next.report().files());
      remarks.addAll(next.report().remarks());
    }
    return new Report.Expanded(first.report().change(), files, remarks, wish.dryRun());
  }

  /// @param followers what is to be written after it
  /// @param contract the last file: `main/20260129103000`
  private record Written(Report.Expanded report, List<Request> followers, String contract) {}

  /// @param first migrations that come first
  private Written written(
      Project project, String table, Function<QualifiedName, Request> request, List<String> first) {
    var migrations = project.migrations();
    var replays = replays(project, migrations);
    var found = new RelationLookup(project.ownership().map(), replays).find(table);
    var name = found.relation().qualifiedName();
    var replay = Objects.requireNonNull(replays.get(found.database()));
    var database = project.ownership().map().databaseNamed(found.database()).orElseThrow();
    var owner =
        replay
            .owners()
            .ownerOf(found.relation().name())
            .map(Service::name)
            .orElseThrow(() -> new NoOwner(name));
    var parts = migrations.of(found.database()).stream().map(Migration::changeover).toList();
    var start = start(project, database, replay, name);
    var settings =
        new ExpandSettings(
            start.postgres(),
            database.searchPath(),
            object -> ownerOf(replay, object),
            owner,
            namesOf(parts),
            wish.directives());
    var expander = new Expander(start.schema(), settings);
    var asked = request.apply(name);
    var story = expander.story(asked);
    var remarks = new ArrayList<>(start.remarks());
    remarks.addAll(story.remarks());
    remarks.addAll(tried(project, database, new TriedStory(expander, asked, story)));
    var requires = new ArrayList<>(first);
    requires.addAll(
        new EarlierChanges(migrations.of(found.database()), expander, asked, story).contracts());
    var files = files(new Place(project, found.database(), owner), story, requires);
    var report =
        new Report.Expanded(
            story.name(),
            files.stream().map(f -> new Report.StoryText(f.file(), f.text())).toList(),
            remarks,
            wish.dryRun());
    var contract = found.database() + "/" + files.getLast().version();
    return new Written(report, expander.followers(asked), contract);
  }

  private List<String> tried(Project project, Database database, TriedStory story) {
    if (wish.environment() == null) {
      return List.of();
    }
    var targets = Targets.of(project, wish.environment(), surroundings);
    return story.remarks(targets.address(database.name().text()), targets.patience());
  }

  private Start start(
      Project project, Database database, MigrationReplay replay, QualifiedName table) {
    if (wish.environment() == null) {
      return new Start(replay.schema(), database.postgres(), List.of());
    }
    var targets = Targets.of(project, wish.environment(), surroundings);
    var address = targets.address(database.name().text());
    var catalogs = ReadOnlySession.at(address, targets.patience(), CatalogSchema::read);
    var live = LiveSchema.of(catalogs, database.postgres()).schema();
    if (live.find(ObjectName.table(table)).isEmpty()
        && replay.schema().find(ObjectName.table(table)).isPresent()) {
      throw new NotExpanded(
          "%s has no table %s, which the migrations create"
              .formatted(address.target().words(), table.quoted()),
          "apply them first (deed apply --env %s), or leave out --env"
              .formatted(wish.environment()));
    }
    var differences =
        LiveComparison.of(replay.schema(), live, LiveComparison.Hints.NONE).differences().stream()
            .filter(item -> item.anchor().name().equals(table))
            .map(item ->
                "%s in %s is not as the migrations leave it: deed verify shows how"
                    .formatted(item.difference().object().words(), address.target().words()))
            .distinct()
            .toList();
    return new Start(live, Math.min(database.postgres(), catalogs.postgres()), differences);
  }

  private Map<DatabaseName, MigrationReplay> replays(Project project, Migrations migrations) {
    var map = project.ownership().map();
    var replays = new LinkedHashMap<DatabaseName, MigrationReplay>();
    for (Database database : map.databases()) {
      if (wish.database() == null || wish.database().equals(database.name().text())) {
        replays.put(database.name(), MigrationReplay.of(migrations, map, database));
      }
    }
    if (replays.isEmpty()) {
      throw new Targets.NoSuch(
          "database",
          String.valueOf(wish.database()),
          map.databases().stream().map(d -> d.name().text()).toList());
    }
    return replays;
  }

  private static Optional<ServiceName> ownerOf(MigrationReplay replay, ObjectName object) {
    return replay.owners().ownerOf(object).map(Service::name);
  }

  private static Set<String> namesOf(List<Optional<ChangeoverPart>> parts) {
    return parts.stream()
        .flatMap(Optional::stream)
        .map(ChangeoverPart::name)
        .collect(Collectors.toSet());
  }

  /// Where the files go.
  private record Place(Project project, DatabaseName database, ServiceName owner) {}

  private List<MigrationSeries.File> files(Place place, Story story, List<String> requires) {
    var now = surroundings.clock().instant();
    var layout = place.project().layout();
    var series =
        new MigrationSeries(
            place.database(), place.owner(), story.files().stream().map(StoryFile::title).toList());
    var created = now.truncatedTo(ChronoUnit.SECONDS).toString();
    Function<List<Version>, List<String>> texts =
        versions -> texts(story, versions, created, requires);
    return wish.dryRun() ? series.preview(layout, now, texts) : series.write(layout, now, texts);
  }

  private static List<String> texts(
      Story story, List<Version> versions, String created, List<String> requires) {
    var numbers = versions.stream().map(Version::text).toList();
    return IntStream.range(0, versions.size())
        .mapToObj(i -> story.text(i, numbers, created, requires))
        .toList();
  }

  /// No service owns the table, or several claim it.
  static final class NoOwner extends UserException {

    private static final long serialVersionUID = 1L;

    NoOwner(QualifiedName table) {
      super(
          "no service owns %s, so there is no folder for its migrations".formatted(table.dotted()),
          "claim the table in the ownership file: owns:");
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}

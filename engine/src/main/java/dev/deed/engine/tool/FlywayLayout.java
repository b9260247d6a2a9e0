package dev.deed.engine.tool;

import dev.deed.engine.Origin;
import dev.deed.engine.Origin.Mark;
import dev.deed.engine.Section;
import dev.deed.engine.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Flyway: `V1.2__words.sql` in the order of versions, then `R__words.sql`; `U1.2__words.sql`
/// undoes a version, `B3__words.sql` stands for all up to one.
final class FlywayLayout implements ToolLayout {

  private static final Pattern CALLBACK =
      Pattern.compile("(?:before|after|create)[A-Z]\\w*?(?:__.*)?");
  private static final Pattern NO_TRANSACTION =
      Pattern.compile("(?mi)^\\s*(?:flyway\\.)?executeInTransaction\\s*=\\s*false\\s*$");
  private static final Pattern PROGRAM =
      Pattern.compile("([VRUB])(.*?)__(.*)\\.(?:java|class|kt|groovy|rs)");

  private final Map<String, String> given;

  FlywayLayout(Map<String, String> given) {
    this.given = given;
  }

  @Override
  public void read(ToolTree tree, ToolReading into) {
    new Reading(tree, into, FlywayConfiguration.of(tree), given).read();
  }

  private record Named(String version, String words, String path) {}

  private static final class Reading {

    private final ToolTree tree;
    private final ToolReading into;
    private final FlywayConfiguration configuration;
    private final Placeholders placeholders;
    private final boolean replaces;
    private final List<Named> versioned = new ArrayList<>();
    private final List<Named> baselines = new ArrayList<>();
    private final List<Named> repeatable = new ArrayList<>();
    private final Map<Version, String> undoing = new HashMap<>();
    private final List<Named> programs = new ArrayList<>();

    Reading(
        ToolTree tree,
        ToolReading into,
        FlywayConfiguration configuration,
        Map<String, String> given) {
      this.tree = tree;
      this.into = into;
      this.configuration = configuration;
      this.replaces = !configuration.get("placeholderReplacement", "true").equals("false");
      var values = new HashMap<String, String>();
      values.put(
          "flyway:defaultSchema",
          configuration.get("defaultSchema", configuration.get("schemas", "public")));
      values.putAll(configuration.placeholders());
      values.putAll(given);
      this.placeholders =
          new Placeholders(
              Pattern.compile(
                  Pattern.quote(configuration.get("placeholderPrefix", "${"))
                      + "([\\w.:\\-]+)"
                      + Pattern.quote(configuration.get("placeholderSuffix", "}"))),
              values);
    }

    void read() {
      tree.files().forEach(this::sort);
      var byVersion = Comparator.comparing((Named named) -> new Version(named.version()));
      versioned.sort(byVersion);
      baselines.sort(byVersion);
      repeatable.sort(Comparator.comparing(Named::words));
      baseline();
      for (var named : versioned) {
        into.add(
            programs.contains(named)
                ? ToolMigration.notRead(
                    named.version(), named.words(), named.path(), tree.shown(named.path()))
                : migration(named));
      }
      for (var named : repeatable) {
        into.add(
            migration(new Named("R__" + named.words(), "", named.path()))
                .as(Origin.Kind.REPEATABLE));
      }
    }

    private void sort(String path) {
      var name = path.substring(path.lastIndexOf('/') + 1);
      var program = PROGRAM.matcher(name);
      if (program.matches()) {
        program(path, program.group(1), program.group(2), program.group(3));
        return;
      }
      var suffix = configuration.get("sqlMigrationSuffixes", ".sql");
      if (!name.endsWith(suffix)) {
        return;
      }
      var bare = name.substring(0, name.length() - suffix.length());
      var separator = bare.indexOf(configuration.get("sqlMigrationSeparator", "__"));
      if (CALLBACK.matcher(bare).matches()) {
        into.warning(
            NOT_JUDGED,
            tree.shown(path),
            "this is a callback that Flyway runs around migrations: deed does not judge it, and does not run it",
            "move what changes the schema to a migration; otherwise read it in the review");
        return;
      }
      var end = separator < 0 ? bare.length() : separator;
      var words = separator < 0 ? "" : bare.substring(separator + 2);
      if (bare.startsWith(configuration.get("repeatableSqlMigrationPrefix", "R"))
          && separator >= 0
          && end == configuration.get("repeatableSqlMigrationPrefix", "R").length()) {
        repeatable.add(new Named("", words, path));
      } else if (!isVersioned(bare, end, words, path)) {
        into.warning(
            TOOL_FILES,
            tree.shown(path),
            "Flyway does not run this file: its name is not V<version>__<words>.sql",
            "rename it as in V2.1__add_preferences.sql, or move it out of the folder");
      }
    }

    private boolean isVersioned(String bare, int end, String words, String path) {
      var kinds =
          Map.of(
              configuration.get("sqlMigrationPrefix", "V"), versioned,
              configuration.get("baselineMigrationPrefix", "B"), baselines);
      for (var kind : kinds.entrySet()) {
        if (bare.startsWith(kind.getKey())) {
          var version = versionOf(bare.substring(kind.getKey().length(), end));
          if (version != null) {
            kind.getValue().add(new Named(version, words, path));
            return true;
          }
        }
      }
      var undo = configuration.get("undoSqlMigrationPrefix", "U");
      var version = bare.startsWith(undo) ? versionOf(bare.substring(undo.length(), end)) : null;
      if (version != null) {
        undoing.put(new Version(version), path);
      }
      return version != null;
    }

    private static @org.jspecify.annotations.Nullable String versionOf(String text) {
      var version = text.replace('_', '.');
      return Version.isNumber(version) ? version : null;
    }

    private void program(String path, String kind, String version, String words) {
      var number = versionOf(version);
      if (kind.equals("V") && number != null) {
        var named = new Named(number, words, path);
        versioned.add(named);
        programs.add(named);
      } else if (kind.equals("R") && version.isEmpty()) {
        into.add(ToolMigration.notRead("R__" + words, "", path, tree.shown(path)));
      }
    }

    /// On an empty database, Flyway begins with the newest baseline.
    private void baseline() {
      if (baselines.isEmpty()) {
        return;
      }
      var newest = baselines.getLast();
      var version = new Version(newest.version());
      var isAlone =
          versioned.stream().noneMatch(v -> new Version(v.version()).compareTo(version) <= 0);
      for (var baseline : baselines) {
        if (isAlone && baseline.equals(newest)) {
          versioned.addFirst(newest);
        } else {
          into.warning(
              NOT_JUDGED,
              tree.shown(baseline.path()),
              "this baseline is not judged: the migrations that it stands for are here, and judged instead",
              "delete the migrations up to version %s, or the baseline"
                  .formatted(baseline.version()));
        }
      }
    }

    private ToolMigration migration(Named named) {
      var up = section(named.path());
      var undo = Version.isName(named.version()) ? undoing.get(new Version(named.version())) : null;
      var alone =
          tree.text(named.path() + ".conf")
              .filter(c -> NO_TRANSACTION.matcher(c).find())
              .isPresent();
      var checksums = FileChecksums.flyway(tree.text(named.path()).orElse(""));
      return ToolMigration.of(named.version(), named.words(), named.path(), up)
          .marked(Mark.of(named.path()).withChecksums(checksums))
          .with(undo == null ? null : section(undo))
          .alone(alone);
    }

    private Section section(String path) {
      var file = tree.shown(path);
      var text = tree.text(path).orElse("");
      return new Section(file, replaces ? placeholders.in(file, text, into) : text);
    }
  }
}

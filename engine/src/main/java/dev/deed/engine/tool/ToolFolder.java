package dev.deed.engine.tool;

import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Origin;
import dev.deed.engine.Origin.Unread;
import dev.deed.engine.Version;
import dev.deed.sql.Finding;
import dev.deed.sql.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The migrations of a tool's folder, with their places in the order of the database.
///
/// @param findings about the files as files
public record ToolFolder(List<Migration> migrations, List<Finding> findings) {

  public ToolFolder {
    migrations = List.copyOf(migrations);
    findings = List.copyOf(findings);
  }

  public static ToolFolder read(ToolSource source, ToolTree tree) {
    var reading = new ToolReading();
    ToolLayout.of(source).read(tree, reading);
    return new Placing(source, tree, reading).folder();
  }

  private static final class Placing {

    private final ToolSource source;
    private final ToolTree tree;
    private final ToolReading reading;
    private final OfflineText offline;
    private final Map<String, String> paths = new HashMap<>();
    private final List<Migration> migrations = new ArrayList<>();

    Placing(ToolSource source, ToolTree tree, ToolReading reading) {
      this.source = source;
      this.tree = tree;
      this.reading = reading;
      this.offline = OfflineText.of(tree.shownOffline(), tree.offline().orElse(""));
    }

    ToolFolder folder() {
      var isInOrder = isInOrder();
      var place = 0;
      for (var found : reading.migrations()) {
        place++;
        var isOnce = found.kind() == Origin.Kind.ONCE;
        var version =
            isOnce
                ? isInOrder ? new Version(found.version()) : new Version(found.version(), place)
                : new Version(found.version(), besides(found, place));
        migrations.add(migration(found, version));
      }
      return new ToolFolder(migrations, reading.findings());
    }

    /// Whether the numbers in the names say the tool's order by themselves.
    private boolean isInOrder() {
      Version last = null;
      for (var found : reading.migrations()) {
        if (found.kind() == Origin.Kind.ONCE) {
          if (!Version.isNumber(found.version())) {
            return false;
          }
          var version = new Version(found.version());
          if (last != null && version.compareTo(last) < 0) {
            return false;
          }
          last = version;
        }
      }
      return true;
    }

    /// What a schema is built from comes first, all else that is not applied once comes last. Only
    /// Liquibase has such changesets between others.
    private int besides(ToolMigration found, int place) {
      if (source.tool() == Tool.LIQUIBASE) {
        return place;
      }
      return found.kind() == Origin.Kind.ASIDE && place == 1 ? 0 : Version.LAST + place;
    }

    private Migration migration(ToolMigration found, Version version) {
      var name = new MigrationName(source.database(), source.service(), version, found.slug());
      var unread = found.isRead() ? null : unread(found);
      var part = offline.part(found.version());
      var up = found.isRead() || unread != null || part.isEmpty() ? found.up() : part.get().sql();
      return new Migration(name, found.file(), up, found.down(), false, found.alone())
          .from(new Origin(source.tool(), found.mark(), found.kind(), unread));
    }

    private @Nullable Unread unread(ToolMigration found) {
      var part = offline.part(found.version());
      if (part.isEmpty()) {
        return new Unread(
            source.tool() == Tool.SQL
                ? "this is a program between migrations in SQL, so what it does is not judged"
                : "this migration of %s is not SQL, so what it does is not judged"
                    .formatted(source.tool().title()),
            OfflineAdvice.of(source, tree.shownOffline(), found.version()),
            OfflineAdvice.isPrintable(source));
      }
      if (paths.isEmpty()) {
        tree.files().forEach(path -> paths.put(tree.shown(path).path(), path));
      }
      var now =
          Optional.ofNullable(paths.get(found.file().path()))
              .flatMap(tree::text)
              .map(OfflineText::checksum);
      return now.filter(part.get().madeFrom()::equals).isPresent()
          ? null
          : new Unread(
              "this migration was changed after %s was printed for it, so what it does is not judged"
                  .formatted(tree.shownOffline()),
              OfflineAdvice.again(source),
              OfflineAdvice.isPrintable(source));
    }
  }
}

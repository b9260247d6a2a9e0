package dev.deed.engine.tool;

import dev.deed.engine.Origin;
import dev.deed.engine.Section;
import java.util.regex.Pattern;

/// Rails: `db/migrate/20260129103000_words.rb`, and `db/structure.sql` as the schema that they
/// leave.
final class RailsLayout implements ToolLayout {

  private static final String STRUCTURE = "structure.sql";
  private static final Pattern OF_RAILS =
      Pattern.compile(
          "(?ms)^(?:CREATE TABLE|ALTER TABLE ONLY|INSERT INTO|COMMENT ON)\\s[^;]*?\\b(?:schema_migrations|ar_internal_metadata)\\b[^;]*;");
  private static final Pattern OF_PSQL = Pattern.compile("(?m)^\\\\(?:un)?restrict\\b.*$");

  @Override
  public void read(ToolTree tree, ToolReading into) {
    var place = tree.has("db/" + STRUCTURE) ? "db/" + STRUCTURE : STRUCTURE;
    tree.configuration(place)
        .filter(_ -> isOwn(tree, place))
        .ifPresent(text ->
            into.add(
                ToolMigration.of(
                        STRUCTURE,
                        "",
                        STRUCTURE,
                        new Section(tree.shownConfiguration(place), schema(text)))
                    .as(Origin.Kind.ASIDE)));
    tree.files().stream()
        .filter(path -> path.endsWith(".rb"))
        .filter(path -> path.indexOf('/') < 0 || path.contains("migrate/"))
        .flatMap(path ->
            Numbered.of(path.substring(path.lastIndexOf('/') + 1)).stream()
                .map(numbered -> new Found(numbered, path)))
        .sorted(java.util.Comparator.comparing(Found::numbered, Numbered.ORDER))
        .forEach(found ->
            into.add(
                ToolMigration.notRead(
                    found.numbered().version(),
                    found.numbered().words(".rb"),
                    found.numbered().version(),
                    tree.shown(found.path()))));
  }

  /// Not that of the application above an engine, nor a second time for `post_migrate`.
  private static boolean isOwn(ToolTree tree, String place) {
    var folder = "/" + tree.shown("").path();
    var found = "/" + tree.shownConfiguration(place).path();
    var above = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
    return !folder.endsWith("/post_migrate")
        && (found.equals(above + "/" + place)
            || found.startsWith(folder.equals("/") ? folder : folder + "/"));
  }

  private record Found(Numbered numbered, String path) {}

  /// Without Rails' own tables, which belong to no service, and without psql's commands.
  private static String schema(String text) {
    var without = OF_RAILS.matcher(text).replaceAll(found -> TextLines.blank(found.group()));
    return OF_PSQL.matcher(without).replaceAll(found -> TextLines.blank(found.group()));
  }
}

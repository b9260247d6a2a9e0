package dev.deed.engine;

import dev.deed.sql.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Migrations of one service joined into one, in the place of the last of them. Their statements
/// stay as they are and in their order.
///
/// @param parts in the order of their versions
/// @param searchPath that every migration of the database begins with
public record Squash(List<Migration> parts, List<String> searchPath) {

  public Squash {
    parts = List.copyOf(parts);
    searchPath = List.copyOf(searchPath);
  }

  /// What the files say.
  ///
  /// @param up with the down in comments, where it has no file of its own
  /// @param down null if there is none, or if it is in the same file
  public record Files(String up, @Nullable String down) {}

  /// Why they cannot be joined: a sentence each.
  public List<String> objections() {
    var objections = new ArrayList<String>();
    for (var part : parts) {
      var script = part.up().script();
      if (!script.problems().isEmpty()) {
        objections.add("%s cannot be read completely".formatted(part.file()));
      }
      if (!MigrationBody.of(script, false).modes().isEmpty()) {
        objections.add("%s sets the mode of its transaction".formatted(part.file()));
      }
      settings(part)
          .forEach(setting ->
              objections.add(
                  "%s sets %s, which the statements of the files after it do not expect"
                      .formatted(part.file(), setting)));
    }
    return objections;
  }

  private static Set<String> settings(Migration part) {
    var settings = new TreeSet<>(new SquashedPart(part.up().script(), false).settings());
    var down = part.down();
    if (down != null) {
      settings.addAll(new SquashedPart(down.script(), true).settings());
    }
    return settings;
  }

  /// What the up says, whatever is written around it.
  public Checksum checksum() {
    return new Section(new SourceFile("squash"), up()).checksum();
  }

  /// All that the parts replace, and the parts.
  public List<Replaced> replaced() {
    return parts.stream()
        .flatMap(part ->
            Stream.concat(
                part.replaces().stream(), Stream.of(new Replaced(part.version(), part.checksum()))))
        .toList();
  }

  public Version version() {
    return parts.getLast().version();
  }

  /// @param description of the migration
  /// @param created `2026-01-29T10:30:00Z`
  public Files files(String description, String created) {
    var head =
        """
        -- Migration: %s
        -- Created: %s
        -- Version: %s

        %s\
        """
            .formatted(description, created, version(), lines(directives()));
    var up = head + "\n-- UP Migration\n" + up();
    if (isIrreversible() || !parts.stream().allMatch(Migration::hasDown)) {
      return new Files(up, null);
    }
    return parts.stream().allMatch(Migration::downCommented)
        ? new Files(up + "\n-- DOWN Migration (Rollback)\n" + commented(down()), null)
        : new Files(head + "\n" + up(), down());
  }

  private boolean isIrreversible() {
    return parts.stream().anyMatch(part -> part.irreversible().isPresent());
  }

  private List<String> directives() {
    var own = parts.stream().map(Migration::place).collect(Collectors.toSet());
    var lines = new LinkedHashSet<String>();
    parts.stream()
        .flatMap(part -> part.requires().stream())
        .filter(requirement -> !own.contains(requirement))
        .forEach(requirement -> lines.add("-- deed: requires " + requirement));
    replaced().forEach(replaced -> lines.add(replaced.line()));
    if (parts.stream().anyMatch(Migration::isDraft)) {
      lines.add("-- deed: draft");
    }
    if (parts.stream().anyMatch(Migration::runsAlone)) {
      lines.add("-- deed: transaction none");
    }
    if (isIrreversible()) {
      lines.add("-- deed: irreversible \"%s\"".formatted(reasons()));
    }
    parts.stream()
        .map(part -> new SquashedPart(part.up().script(), false).ignores())
        .forEach(lines::addAll);
    return List.copyOf(lines);
  }

  private String reasons() {
    return parts.stream()
        .flatMap(part -> part.irreversible().map(reason -> part.version() + ": " + reason).stream())
        .collect(Collectors.joining("; "));
  }

  private String up() {
    return parts.stream()
        .map(part ->
            "-- %s %s\n".formatted(part.version(), part.name().slug())
                + new SquashedPart(part.up().script(), false).text(searchPath))
        .collect(Collectors.joining("\n"));
  }

  private String down() {
    return parts.reversed().stream()
        .filter(Migration::hasDown)
        .map(part ->
            "-- %s %s\n".formatted(part.version(), part.name().slug())
                + new SquashedPart(Objects.requireNonNull(part.down()).script(), true)
                    .text(searchPath))
        .collect(Collectors.joining("\n"));
  }

  /// As `deed new` writes a down: deed still reads it, and `psql` does not run it.
  private static String commented(String down) {
    return down.lines()
            .map(line -> line.startsWith("   ") ? line.substring(3) : line)
            .map(line -> line.startsWith("-- deed:") ? line : line.isBlank() ? "--" : "-- " + line)
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String lines(Collection<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}

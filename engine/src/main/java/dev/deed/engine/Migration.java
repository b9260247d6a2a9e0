package dev.deed.engine;

import dev.deed.sql.SourceFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One version: its up, its down if it has one, and what its directives ask for.
///
/// @param down null where there is none: neither a section nor a file
/// @param downCommented the down was written as comments
/// @param alone the file was marked, in the way of another tool, as not to be run in a transaction
public record Migration(
    MigrationName name,
    SourceFile file,
    Section up,
    @Nullable Section down,
    boolean downCommented,
    boolean alone) {

  public static final String REQUIRES = "requires";

  public Version version() {
    return name.version();
  }

  /// Where others find it when they require it.
  Requirement place() {
    return new Requirement(name.database(), name.version());
  }

  /// Over the up part: an applied migration may still get a better down.
  public Checksum checksum() {
    return up.checksum();
  }

  public List<Requirement> requires() {
    return mentions(REQUIRES) ? directives().requires() : List.of();
  }

  /// Why there is no down, on purpose.
  public Optional<String> irreversible() {
    return mentions("irreversible") ? directives().irreversible() : Optional.empty();
  }

  /// Each statement is to run in a transaction of its own, or in none.
  public boolean runsAlone() {
    return alone || (mentions("transaction") && directives().alone());
  }

  public boolean hasDown() {
    return down != null && !down.script().statements().isEmpty();
  }

  Directives directives() {
    return Directives.of(this);
  }

  /// Spares the lexer for the many files that say nothing of the kind.
  private boolean mentions(String directive) {
    return up.mentions(directive) || (down != null && down.mentions(directive));
  }
}

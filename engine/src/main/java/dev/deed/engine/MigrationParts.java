package dev.deed.engine;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one or two files of a migration, as they are found.
final class MigrationParts {

  static final RuleName NO_UP = new RuleName("no-up");
  static final RuleName TWO_DOWNS = new RuleName("two-downs");

  private record Part(SourceFile file, String text) {}

  private final MigrationName name;
  private final Map<FileName.Part, Part> parts = new EnumMap<>(FileName.Part.class);

  MigrationParts(MigrationName name) {
    this.name = name;
  }

  void add(FileName.Part part, SourceFile file, String text) {
    parts.put(part, new Part(file, text));
  }

  Optional<Migration> migration(List<Finding> findings) {
    var main =
        parts.containsKey(FileName.Part.BOTH)
            ? parts.get(FileName.Part.BOTH)
            : parts.get(FileName.Part.UP);
    var down = parts.get(FileName.Part.DOWN);
    if (main == null) {
      findings.add(noUp(down));
      return Optional.empty();
    }
    var up = parts.get(FileName.Part.UP);
    if (up != null && parts.containsKey(FileName.Part.BOTH)) {
      findings.add(MigrationRules.duplicate(name.version(), main.file(), up.file()));
    }
    var sections = Sections.of(main.text());
    if (down != null && sections.down() != null) {
      findings.add(twoDowns(main.file(), down.file()));
    }
    return Optional.of(
        new Migration(
            name,
            main.file(),
            new Section(main.file(), sections.up()),
            down(main.file(), sections, down),
            down == null && sections.commented(),
            sections.alone()));
  }

  private static @Nullable Section down(SourceFile main, Sections sections, @Nullable Part part) {
    if (part != null) {
      return new Section(part.file(), part.text());
    }
    var text = sections.down();
    return text == null ? null : new Section(main, text);
  }

  private Finding noUp(@Nullable Part down) {
    var file = down == null ? new SourceFile(name.words()) : down.file();
    var message = "this undoes a migration that is not there";
    var advice = "put " + name.version() + "_" + name.slug() + ".up.sql beside it";
    return Finding.error(NO_UP, file, Span.NONE, message, advice);
  }

  private static Finding twoDowns(SourceFile main, SourceFile down) {
    var message = "the down is here and in " + down + " as well";
    return Finding.error(TWO_DOWNS, main, Span.NONE, message, "keep one of the two");
  }
}

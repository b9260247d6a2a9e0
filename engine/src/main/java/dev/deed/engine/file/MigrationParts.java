package dev.deed.engine.file;

import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.MigrationRules;
import dev.deed.engine.Section;
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

  private final MigrationName name;
  private final Map<FileName.Part, MigrationFile> parts = new EnumMap<>(FileName.Part.class);

  MigrationParts(MigrationName name) {
    this.name = name;
  }

  void add(FileName.Part part, MigrationFile file) {
    parts.put(part, file);
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
    if (down != null && main.hasDown()) {
      findings.add(twoDowns(main.file(), down.file()));
    }
    return Optional.of(
        new Migration(
            name,
            main.file(),
            main.up(),
            down(main, down),
            down == null && main.isDownCommented(),
            main.isAlone()));
  }

  private static @Nullable Section down(MigrationFile main, @Nullable MigrationFile down) {
    if (down != null) {
      return down.whole();
    }
    return main.hasDown() ? main.down() : null;
  }

  private Finding noUp(@Nullable MigrationFile down) {
    var file = down == null ? new SourceFile(name.words()) : down.file();
    var message = "this is the down of a migration that does not exist";
    var advice = "put " + name.version() + "_" + name.slug() + ".up.sql next to it";
    return Finding.error(NO_UP, file, Span.NONE, message, advice);
  }

  private static Finding twoDowns(SourceFile main, SourceFile down) {
    var message = "the down is both here and in " + down;
    return Finding.error(TWO_DOWNS, main, Span.NONE, message, "keep one of them");
  }
}

package dev.deed.expand;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.expand.SyncTrigger.Named;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.TriggerTiming;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.Trigger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A story that is being written: its files so far, and the names that it uses.
final class Draft {

  /// Triggers fire in the order of their names, and those of a story come last.
  private static final String PREFIX = "zz_deed_";

  /// In bytes: a number, `_` and the checksum of the rest follow.
  private static final int LONGEST_PREFIX = 40;

  /// Sorts after all letters without accents, in every encoding.
  private static final String LAST = "~";

  private static final String USUAL_KEEP = "30d";

  final TargetTable target;
  final ExpandSettings settings;
  final Names names;
  final String change;
  private final String operation;
  private @Nullable Named triggerNames;
  private final List<StoryFile> files = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  Draft(TargetTable target, ExpandSettings settings, String operation, String subject) {
    this.target = target;
    this.settings = settings;
    this.operation = operation;
    this.names = new Names(target.schema(), target.name());
    this.change = change(operation, target.name().name(), subject, settings);
  }

  /// One word of letters, digits and `_`.
  private static String change(
      String operation, String table, String subject, ExpandSettings settings) {
    var plain =
        Normalizer.normalize(operation + "_" + table + "_" + subject, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "_")
            .replaceAll("^_|_$", "");
    var name = Names.fit(plain);
    for (var i = 2; settings.open().contains(name); i++) {
      name = Names.fit(plain, "_" + i);
    }
    return name;
  }

  Named triggerNames() {
    if (triggerNames == null) {
      triggerNames =
          new Named(
              change,
              prefix(),
              function("deed_sync_" + change),
              function("deed_note_" + change),
              DefinerPath.of(target, settings));
    }
    return triggerNames;
  }

  private QualifiedName function(String name) {
    return target.name().renamed(names.free(name));
  }

  private String prefix() {
    var last =
        target.triggers().stream()
            .filter(t -> t.fires().timing() == TriggerTiming.BEFORE && t.fires().forEachRow())
            .filter(t -> !isOurs(t))
            .map(Trigger::part)
            .max(Comparator.comparing(n -> n.getBytes(UTF_8), Arrays::compareUnsigned));
    if (last.isEmpty() || isBefore(last.get(), PREFIX)) {
      return PREFIX;
    }
    var after = last.get() + "_" + PREFIX;
    // A name that PostgreSQL would cut sorts by its beginning.
    return Names.bytes(after) <= LONGEST_PREFIX ? after : later(last.get()) + PREFIX;
  }

  private static String later(String name) {
    return isBefore(name, LAST) ? LAST : Character.toString(name.codePointAt(0) + 1);
  }

  private static boolean isBefore(String one, String other) {
    return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8)) < 0;
  }

  static boolean isOurs(Trigger trigger) {
    return trigger.function().name().startsWith("deed_sync_")
        || trigger.function().name().startsWith("deed_note_");
  }

  /// The column as one side of a trigger.
  Side side(TableColumn column, String name, @Nullable Expression preset) {
    var isUnpredictable =
        column.identity() != null || (preset != null && !Expressions.isRepeatable(preset));
    return new Side(
        name,
        Sameness.of(target.schema(), column.type(), column.storage().collation()),
        isUnpredictable ? null : preset,
        isUnpredictable,
        Conversion.column(name));
  }

  /// An `UPDATE` or `DELETE` that runs in batches.
  String inBatches(TargetTable table, String statement) {
    return inBatches(table.walkedBy(List.of()), statement);
  }

  /// @param key the columns of the primary key, as they are called then
  String inBatches(List<String> key, String statement) {
    return "-- deed: backfill %sbatch=%d pause=%s%n%s"
        .formatted(
            key.isEmpty()
                ? ""
                : "key="
                    + key.stream().map(Identifier::quoted).collect(Collectors.joining(","))
                    + " ",
            settings.batch(),
            settings.pause(),
            statement);
  }

  /// Ends the transaction of the statements before it: a check of rows must not hold their locks.
  String apart() {
    return "-- This runs alone, so that what follows has a transaction of its own.\nDROP INDEX CONCURRENTLY IF EXISTS "
        + target.name().renamed("deed_apart").quoted();
  }

  void file(Phase phase, String title, List<String> up, List<String> down) {
    var drops = new PartitionedTriggers(target.schema());
    files.add(new StoryFile(phase, title, drops.locked(up), drops.locked(down), false));
  }

  void fileAlone(Phase phase, String title, List<String> up, List<String> down) {
    files.add(new StoryFile(phase, title, up, down, true));
  }

  /// A table of this story gets another column.
  void adds(TargetTable table, String column) {
    for (var publication : new Dependants(table, settings).publicationsOfAll()) {
      remark(
          "%s publishes all columns of %s: give the subscribers' tables a column %s before the expansion, or their replication stops"
              .formatted(publication.name().words(), table.name().dotted(), column));
    }
  }

  void remark(String remark) {
    remarks.add(remark);
  }

  /// How long values are kept: `30d`.
  String keep() {
    return Objects.requireNonNullElse(settings.keep(), USUAL_KEEP);
  }

  Story story(@Nullable String old, @Nullable String added) {
    return new Story(
        change,
        operation,
        target.name(),
        old,
        added,
        new Story.Delays(settings.delay(), keep()),
        files,
        remarks);
  }
}

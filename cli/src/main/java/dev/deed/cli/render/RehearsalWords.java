package dev.deed.cli.render;

import dev.deed.cli.report.RehearsedMigration;
import dev.deed.cli.report.RehearsedMigration.Leg;
import dev.deed.cli.report.RehearsedMigration.OwnedLock;
import dev.deed.cli.report.RehearsedMigration.Result;
import dev.deed.cli.report.Report;
import dev.deed.engine.rehearsal.Load;
import dev.deed.engine.rehearsal.Sighting;
import dev.deed.sql.effect.LockMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What all formats say of a rehearsal in the same words. Nothing is escaped yet.
final class RehearsalWords {

  private static final Set<Result> WRONG =
      EnumSet.of(Result.FAILED, Result.DIFFERENT, Result.SCHEMA_ONLY);

  private RehearsalWords() {}

  static String up(Leg leg) {
    return leg.result() == Result.DONE ? took(leg.took()) : leg(leg, "");
  }

  static String down(Leg leg) {
    return leg(leg, "leads back");
  }

  static String again(Leg leg) {
    return leg(leg, "the same schema");
  }

  private static String leg(Leg leg, String same) {
    return switch (leg.result()) {
      case DONE -> took(leg.took());
      case SAME -> "%s, %s".formatted(took(leg.took()), same);
      case SCHEMA_ONLY ->
          "%s, the schema is back, but not: %s".formatted(took(leg.took()), leg.words());
      case DIFFERENT -> took(leg.took()) + ", another schema";
      case FAILED -> "failed";
      case NO_DOWN -> "there is none";
      case IRREVERSIBLE -> "irreversible: " + leg.words();
      case NOT_TRIED -> leg.words().isEmpty() ? "not tried" : "not tried: " + leg.words();
    };
  }

  static String took(@Nullable Duration took) {
    if (took == null) {
      return "";
    }
    if (took.toMillis() == 0) {
      return "under 1 ms";
    }
    return took.toMillis() < 10_000
        ? took.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1e3);
  }

  /// Those that keep other sessions from writing, the worst first.
  static List<OwnedLock> blocking(RehearsedMigration.Seen seen) {
    return seen.locks().stream()
        .filter(lock -> lock.lock().mode().blocksWrites())
        .sorted(
            Comparator.comparing((OwnedLock lock) -> lock.lock().mode())
                .reversed()
                .thenComparing(lock -> lock.lock().relation()))
        .toList();
  }

  /// `ACCESS EXCLUSIVE on public.users (owner: web) for 3 ms`
  static String lock(OwnedLock lock) {
    return "%s on %s (%s) for %s"
        .formatted(
            lock.lock().mode().words(),
            lock.lock().relation().text(),
            owner(lock),
            took(lock.lock().held()));
  }

  static String owner(OwnedLock lock) {
    return lock.owner() == null ? "unowned" : "owner: " + lock.owner().name();
  }

  /// `rewrote public.users (16 kB)`
  static String work(Sighting.Work work) {
    var verb =
        switch (work.kind()) {
          case REWRITTEN -> "rewrote";
          case SCANNED -> "scanned";
        };
    return "%s %s (%s)".formatted(verb, work.relation().text(), bytes(work.bytes()));
  }

  static String load(Load.Waits load) {
    return "the load waited %s for locks; its longest transaction took %s, usually %s; %d ended%s"
        .formatted(
            took(load.waited()),
            took(load.longest()),
            took(load.usual()),
            load.transactions(),
            load.failed() == 0 ? "" : ", %d of them failed".formatted(load.failed()));
  }

  static String growth(long bytes) {
    return bytes < 0 ? "shrank by " + bytes(-bytes) : "grew by " + bytes(bytes);
  }

  static String bytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    if (bytes < 1024L * 1024) {
      return bytes / 1024 + " kB";
    }
    return bytes < 1024L * 1024 * 1024
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1024.0 / 1024 / 1024);
  }

  static String mode(@Nullable LockMode mode) {
    return mode == null ? "" : mode.words();
  }

  /// `3 migrations tried: 2 lead back and forth, 1 does not`
  static String summary(Report.Rehearsed report) {
    var all = report.migrations();
    if (all.isEmpty()) {
      return "there is nothing to try";
    }
    var proved = all.stream().filter(m -> m.legs().isProved()).count();
    var wrong = all.stream().filter(RehearsalWords::isWrong).count();
    var oneWay = all.size() - proved - wrong;
    return "%s: %d %s back and forth%s%s"
        .formatted(
            DriftWords.counted(all.size(), "migration"),
            proved,
            proved == 1 ? "leads" : "lead",
            wrong == 0 ? "" : ", %d %s not".formatted(wrong, wrong == 1 ? "does" : "do"),
            oneWay == 0 ? "" : ", %d without a way back or not tried".formatted(oneWay));
  }

  private static boolean isWrong(RehearsedMigration migration) {
    var legs = migration.legs();
    return List.of(legs.up(), legs.down(), legs.again()).stream()
        .map(Leg::result)
        .anyMatch(WRONG::contains);
  }
}

package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.engine.Direction;
import dev.deed.engine.MigrationStatus;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Version;
import dev.deed.engine.run.DatabaseRun;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs and the status of databases as text. The reasons of failures are on stderr.
public final class RunText {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private RunText() {}

  static String of(DatabaseReport.Ran report) {
    return report.runs().stream().map(RunText::run).collect(Collectors.joining("\n"));
  }

  private static String run(DatabaseRun run) {
    var text = new StringBuilder(run.target().words()).append(": ");
    if (run.done().isEmpty()) {
      text.append(nothingWhole(run));
    } else {
      var verb = verb(run.done().getFirst().move().direction());
      text.append(count(run.done().size())).append(' ').append(verb);
      text.append(" in ").append(took(run.took()));
      run.done().forEach(d -> text.append("\n  ").append(line(verb, d.move(), d.took())));
      stays(run).forEach(s -> text.append("\n    ").append(s));
    }
    if (run.isFailed()) {
      run.notDone().forEach(m -> text.append("\n  ").append(notDone(run, m)));
    }
    return text.toString();
  }

  /// What an abandoned migration leaves in the database is the result, not a remark on the way.
  private static List<String> stays(DatabaseRun run) {
    var plan = run.plan();
    return plan == null || run.done().getFirst().move().direction() != Direction.ABANDON
        ? List.of()
        : plan.notices().stream().map(PrintableText::line).toList();
  }

  private static String nothingWhole(DatabaseRun run) {
    if (!run.isFailed()) {
      return "nothing to do";
    }
    if (run.notDone().stream().anyMatch(run::isUnknown)) {
      return "it is not known what was done";
    }
    var isHalfWay = run.notDone().stream().anyMatch(move -> run.staying(move) > 0);
    return isHalfWay ? "no migration was completed" : "nothing was done";
  }

  private static String notDone(DatabaseRun run, PlannedMigration move) {
    var staying = run.staying(move);
    if (run.isUnknown(move)) {
      return line("not known", move, null);
    }
    return staying == 0
        ? line("not done", move, null)
        : line("half way", move, null)
            + "  %d of %d statements".formatted(staying, move.statements());
  }

  private static String line(String state, PlannedMigration move, @Nullable Duration took) {
    var name = move.name();
    return "%-12s %s  %s (%s)%s"
        .formatted(
            state,
            name.version(),
            name.slug(),
            name.service(),
            took == null ? "" : "  " + took(took));
  }

  static String of(DatabaseReport.Status report) {
    return report.databases().stream().map(RunText::status).collect(Collectors.joining("\n"));
  }

  private static String status(DatabaseReport.DatabaseStatus status) {
    var head = status.target().words() + ": ";
    if (status.failure() != null) {
      return head + "could not be read";
    }
    var fixedBy = MigrationStatus.fixedBy(status.standings());
    var lines =
        status.standings().stream()
            .map(s -> "\n  " + line(s) + fixed(fixedBy.get(s.name().version())))
            .collect(Collectors.joining());
    var notices =
        status.notices().stream()
            .map(notice -> "\n  note: " + PrintableText.line(notice))
            .collect(Collectors.joining());
    var backfills =
        status.backfills().stream()
            .map(state -> "\n  backfill     " + PrintableText.line(ChangeoverText.backfill(state)))
            .collect(Collectors.joining());
    return head + summary(status.standings()) + lines + backfills + notices;
  }

  private static String summary(List<MigrationStatus> standings) {
    var done = standings.stream().filter(s -> s.state().isDone()).count();
    var pending = standings.stream().filter(MigrationStatus::isPending).count();
    var waiting =
        standings.stream().filter(s -> s.state() == MigrationStatus.State.WAITING).count();
    var passedOver = standings.stream().filter(s -> s.state().isPassedOver()).count();
    var odd = standings.size() - done - pending - waiting - passedOver;
    return "%d applied, %d pending".formatted(done, pending)
        + (waiting == 0 ? "" : ", %d waiting (deed contract)".formatted(waiting))
        + (passedOver == 0 ? "" : ", %d passed over".formatted(passedOver))
        + (odd == 0 ? "" : ", %d different from the files".formatted(odd));
  }

  private static String line(MigrationStatus standing) {
    var row = standing.row();
    var name = standing.name();
    var when =
        row == null
            ? ""
            : "  %s by %s".formatted(MINUTE.format(row.attempt().at()), row.attempt().who());
    return "%-12s %s  %s (%s)%s"
        .formatted(words(standing.state()), name.version(), name.slug(), name.service(), when);
  }

  /// The versions that correct it.
  static String fixed(@Nullable List<Version> by) {
    return by == null
        ? ""
        : ", fixed by " + by.stream().map(Version::text).collect(Collectors.joining(", "));
  }

  /// The state in words, for text and JSON: `pending`, `half way`.
  static String words(MigrationStatus.State state) {
    return state.name().replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  /// Whether the migration is in the database as in the file, or recorded as done.
  static String verb(Direction direction) {
    return switch (direction) {
      case UP -> "applied";
      case DOWN -> "rolled back";
      case STAMP -> "stamped";
      case ABANDON -> "abandoned";
    };
  }

  private static String count(int migrations) {
    return migrations == 1 ? "1 migration" : migrations + " migrations";
  }

  /// `2026-01-29 10:30 UTC`
  static String minute(Instant at) {
    return MINUTE.format(at);
  }

  static String took(Duration duration) {
    return duration.toMillis() < 10_000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
  }
}

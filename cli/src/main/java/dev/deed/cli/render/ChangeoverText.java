package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.DatabaseReport.DatabaseChangeovers;
import dev.deed.cli.report.PrintableText;
import dev.deed.engine.ChangeoverEvidence.BackfillState;
import dev.deed.engine.ChangeoverPart.Phase;
import dev.deed.engine.Direction;
import dev.deed.engine.changeover.Changeover;
import dev.deed.engine.changeover.ContractGate;
import dev.deed.engine.changeover.Hold;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Changeovers, contracts and backfills as text.
final class ChangeoverText {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final DatabaseReport.ChangedOver report;

  private ChangeoverText(DatabaseReport.ChangedOver report) {
    this.report = report;
  }

  static String of(DatabaseReport.ChangedOver report) {
    var text = new ChangeoverText(report);
    var lines = new ArrayList<String>();
    report.databases().forEach(database -> lines.addAll(text.lines(database)));
    return String.join("\n", lines);
  }

  private List<String> lines(DatabaseChangeovers database) {
    var head = database.target().words() + ": ";
    if (database.failure() != null) {
      return List.of(head + "could not be read");
    }
    var lines =
        switch (report.view()) {
          case LIST -> database.changeovers().stream().map(this::line).toList();
          case STORY ->
              database.changeovers().stream().flatMap(c -> story(c, database).stream()).toList();
          case CONTRACTS -> contracts(database, false);
          case DUE -> contracts(database, true);
          case BACKFILLS ->
              database.evidence().backfills().stream().map(ChangeoverText::backfill).toList();
        };
    if (lines.isEmpty()) {
      return List.of(head + none());
    }
    var all = new ArrayList<String>();
    all.add(database.target().words() + ":");
    lines.forEach(line -> all.add("  " + PrintableText.line(line)));
    return all;
  }

  private String none() {
    return switch (report.view()) {
      case LIST, STORY -> "no changeover";
      case CONTRACTS -> "no contract is pending";
      case DUE -> "no contract is due";
      case BACKFILLS -> "no backfill";
    };
  }

  private String line(Changeover changeover) {
    return "%-12s %s  %s of %s (%s)"
        .formatted(
            changeover.standing().word(),
            changeover.name(),
            changeover.part().operation(),
            subject(changeover),
            changeover.service());
  }

  private static String subject(Changeover changeover) {
    var part = changeover.part();
    return part.old() == null ? part.table().dotted() : part.table().dotted() + "." + part.old();
  }

  // One story

  private List<String> story(Changeover changeover, DatabaseChangeovers database) {
    var lines = new ArrayList<String>();
    lines.add(line(changeover));
    for (var step : changeover.steps()) {
      lines.add(
          "  %-9s %s  %s"
              .formatted(step.phase().word(), step.migration().file().path(), state(step)));
      step.backfills().forEach(state -> lines.add("            " + backfill(state)));
    }
    for (var gate : changeover.gates()) {
      lines.addAll(gate(gate));
    }
    database.evidence().acknowledgements().stream()
        .filter(word -> word.change().equals(changeover.name()))
        .forEach(word ->
            lines.add(
                "  acknowledged by %s%s at %s"
                    .formatted(
                        word.service(),
                        word.release() == null ? "" : " from release " + word.release(),
                        MINUTE.format(word.at()))));
    database.evidence().writers().stream()
        .filter(writer -> writer.change().equals(changeover.name()))
        .forEach(writer ->
            lines.add(
                "  written by %s%s, last at %s"
                    .formatted(
                        writer.role(),
                        writer.application().isEmpty() ? "" : " with " + writer.application(),
                        MINUTE.format(writer.last()))));
    lines.add("  next: " + next(changeover, database));
    return lines;
  }

  private static String state(Changeover.Step step) {
    return step.applied() == null
        ? RunText.words(step.state())
        : "%s at %s".formatted(RunText.words(step.state()), MINUTE.format(step.applied()));
  }

  private static boolean isOfKept(ContractGate gate) {
    return gate.part() != null && gate.part().phase() == Phase.KEEP;
  }

  private static List<String> gate(ContractGate gate) {
    var lines = new ArrayList<String>();
    var what = isOfKept(gate) ? "the drop of what is kept" : "the contract";
    if (gate.isOpen()) {
      lines.add("  %s is due".formatted(what));
    }
    gate.holds().forEach(hold -> lines.add("  holds %s: %s".formatted(what, hold.words())));
    lines.addAll(gate.remarks().stream().map(remark -> "  note: " + remark).toList());
    return lines;
  }

  private static String next(Changeover changeover, DatabaseChangeovers database) {
    var env = " --env " + database.target().environment();
    var isDone =
        changeover.gates().isEmpty()
            && changeover.steps().stream().allMatch(Changeover.Step::isDone);
    if (isDone || changeover.standing() == Changeover.Standing.CONTRACTED) {
      return "nothing, it is over";
    }
    var undone = undone(changeover, env);
    if (undone != null) {
      return undone;
    }
    var onlyContract =
        changeover.steps().stream()
            .filter(step -> !step.isDone())
            .allMatch(step -> step.phase() == Phase.CONTRACT || step.phase() == Phase.KEEP);
    if (!onlyContract) {
      return "deed apply" + env;
    }
    var gates = changeover.gates().stream().filter(gate -> !isOfKept(gate)).toList();
    for (var gate : gates) {
      for (var hold : gate.holds()) {
        if (hold instanceof Hold.NotAcknowledged missing) {
          return "deed ack %s --service %s%s"
              .formatted(changeover.name(), missing.services().getFirst(), env);
        }
      }
    }
    return gates.stream().allMatch(ContractGate::isOpen)
        ? "deed apply" + env
        : "deed contract" + env + ", when what holds it is over";
  }

  /// What has to be done before any file of it.
  private static @Nullable String undone(Changeover changeover, String env) {
    var holds = changeover.gates().stream().flatMap(gate -> gate.holds().stream()).toList();
    for (var hold : holds) {
      if (hold instanceof Hold.TableGone gone) {
        return "create table %s again with its rows, or remove the files of the changeover that are not applied"
            .formatted(gone.table().dotted());
      }
      if (hold instanceof Hold.ColumnGone gone) {
        return gone.column().equals(changeover.part().added())
                && changeover.standing() != Changeover.Standing.SWITCHED
            ? "deed changeover abandon %s%s".formatted(changeover.name(), env)
            : "add column %s to %s again, as the files of the changeover do, and fill it"
                .formatted(gone.column(), gone.table().dotted());
      }
    }
    for (var hold : holds) {
      if (hold instanceof Hold.Unwatched unwatched) {
        return unwatched.triggers().stream().allMatch(ChangeoverText::onlyNotes)
            ? "deed changeover abandon %s%s".formatted(changeover.name(), env)
            : "create what is missing again, as the expansion did, ENABLE ALWAYS it, and put right the rows that differ";
      }
    }
    return null;
  }

  /// The first of a changeover's triggers notes who writes. Without the others rows may differ, and
  /// no way back is taken until they are there.
  private static boolean onlyNotes(String trigger) {
    return trigger.contains("_deed_1_");
  }

  // Contracts

  private static List<String> contracts(DatabaseChangeovers database, boolean onlyDue) {
    var lines = new ArrayList<String>();
    for (var changeover : database.changeovers()) {
      for (var gate : changeover.gates()) {
        if (gate.isOpen()) {
          lines.add("due   " + gate.name().words());
        } else if (!onlyDue) {
          lines.add("open  " + gate.name().words());
          gate.holds().forEach(hold -> lines.add("      " + hold.words()));
        }
        gate.remarks().forEach(remark -> lines.add("      note: " + remark));
      }
      if (!onlyDue && changeover.standing() == Changeover.Standing.CONTRACTED) {
        lines.add("over  " + changeover.steps().getLast().name().words());
      }
    }
    return lines;
  }

  // Backfills

  /// `running statement 1 of 7 on public.users: 10 rows changed, 50 % passed`
  static String backfill(BackfillState state) {
    var part = state.estimate() == 0 ? 100 : Math.min(100, state.passed() * 100 / state.estimate());
    var text =
        "%s  statement %d of %s on %s: %d rows changed"
            .formatted(
                state.state(),
                state.statement(),
                state.version()
                    + (state.direction() == Direction.UP
                        ? ""
                        : " " + state.direction().name().toLowerCase(Locale.ROOT)),
                state.table(),
                state.rows());
    return text
        + (state.isOver() ? "" : ", %d %% passed".formatted(part))
        + (state.note() == null ? "" : "; " + state.note())
        + ", at "
        + minute(state.at());
  }

  private static String minute(Instant at) {
    return MINUTE.format(at);
  }
}

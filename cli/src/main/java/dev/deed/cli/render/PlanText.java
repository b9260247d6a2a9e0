package dev.deed.cli.render;

import dev.deed.cli.report.DatabasePlan;
import dev.deed.cli.report.DatabasePlan.Awaited;
import dev.deed.cli.report.DatabasePlan.Lock;
import dev.deed.cli.report.DatabasePlan.PlannedMove;
import dev.deed.cli.report.DatabasePlan.PlannedStatement;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.engine.Direction;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.sql.Hazard;
import dev.deed.sql.RuleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Plans as text: a heading per migration, a line per statement and per lock. Locks on objects that
/// the plan creates are omitted, since no other session waits for them.
final class PlanText {

  private PlanText() {}

  static String of(DatabaseReport.Planned report) {
    return report.databases().stream().map(PlanText::of).collect(Collectors.joining("\n"));
  }

  private static String of(DatabasePlan plan) {
    if (plan.failure() != null) {
      return plan.words() + ": no plan";
    }
    var lines = new ArrayList<String>();
    lines.add("%s: %s, %d applied".formatted(plan.words(), toDo(plan), plan.applied()));
    plan.notices().forEach(notice -> lines.add("  note: " + notice));
    plan.moves().forEach(move -> append(lines, move));
    return String.join("\n", lines);
  }

  private static String toDo(DatabasePlan plan) {
    var moves = plan.moves();
    return moves.isEmpty()
        ? "nothing to do"
        : "%d to %s".formatted(moves.size(), order(moves.getFirst().move().direction()));
  }

  private static String order(Direction direction) {
    return switch (direction) {
      case UP -> "apply";
      case DOWN -> "roll back";
      case STAMP -> "stamp";
      case ABANDON -> "abandon";
    };
  }

  private static void append(List<String> lines, PlannedMove planned) {
    var move = planned.move();
    var name = move.name();
    lines.add(
        "  %s  %s (%s): %s".formatted(name.version(), name.slug(), name.service(), way(move)));
    remarks(move).forEach(remark -> lines.add("    " + remark));
    planned.requirements().forEach(awaited -> lines.add("    " + words(awaited)));
    planned.statements().forEach(statement -> append(lines, move, statement));
  }

  private static String way(PlannedMigration move) {
    if (move.direction() == Direction.STAMP) {
      return "recorded, not run";
    }
    var steps = Step.of(move).size();
    return Step.isOneTransaction(move)
        ? "one transaction"
        : steps == 1 ? "1 step" : steps + " steps";
  }

  private static List<String> remarks(PlannedMigration move) {
    var remarks = new ArrayList<String>();
    var notes = move.notes();
    notes.why().forEach(why -> remarks.add("why: " + PrintableText.line(why)));
    notes.manualSteps().forEach(step -> remarks.add("by hand first: " + PrintableText.line(step)));
    notes.fixes().forEach(version -> remarks.add("fixes " + version));
    if (move.outOfOrder()) {
      remarks.add("late: a later version is already applied");
    }
    if (move.done() > 0) {
      remarks.add("resumes after statement %d of %d".formatted(move.done(), move.statements()));
    }
    if (move.begun()) {
      remarks.add("an interrupted run already sent its next statement");
    }
    if (move.direction() != Direction.DOWN && move.stored().down() == null) {
      var reason = move.stored().irreversible();
      remarks.add("cannot be undone: " + (reason == null ? "it has no down" : reason));
    }
    return remarks;
  }

  private static String words(Awaited awaited) {
    return "requires "
        + awaited.requirement()
        + switch (awaited.met()) {
          case APPLIED -> ", which is applied";
          case IN_THIS_PLAN -> " and waits for it: it is in this plan";
          case NOT_APPLIED -> ", which is neither applied nor in this plan; apply would stop here";
          case UNKNOWN -> "; it is unknown whether that is applied";
        };
  }

  /// How it runs, if not in the migration's own transaction.
  private static String manner(PlannedMigration move, PlannedStatement planned) {
    var position = move.body().statements().indexOf(planned.resolved().statement());
    return move.body().backfillAt(position).isPresent()
        ? " (in batches, each in a transaction of its own)"
        : planned.alone() ? " (outside a transaction)" : "";
  }

  private static void append(List<String> lines, PlannedMigration move, PlannedStatement planned) {
    var resolved = planned.resolved();
    lines.add(
        "    %s:%d: %s%s"
            .formatted(
                move.file(),
                resolved.statement().span().line(),
                resolved.statement().command().words(),
                manner(move, planned)));
    planned.locks().stream()
        .filter(lock -> !lock.created())
        .forEach(lock -> lines.add("      " + words(move, lock)));
    if (!planned.hazards().isEmpty()) {
      lines.add("      hazards: " + hazards(planned));
    }
    for (var opaque : resolved.opaque()) {
      lines.add("      unknown: " + opaque.reason());
    }
  }

  /// The hazards with the rules that explain them: `deed explain <rule>`.
  private static String hazards(PlannedStatement planned) {
    var hazards = planned.hazards().stream().map(Hazard::words).collect(Collectors.joining(", "));
    var rules = planned.rules().stream().map(RuleName::text).collect(Collectors.joining(", "));
    return rules.isEmpty() ? hazards : hazards + " [" + rules + "]";
  }

  private static String words(PlannedMigration move, Lock lock) {
    var text =
        new StringBuilder(lock.mode().words())
            .append(" on ")
            .append(PrintableText.line(lock.object().words()));
    if (!lock.mode().blocksWrites()) {
      return text.toString();
    }
    text.append(lock.mode().blocksReads() ? ": reads and writes wait" : ": writes wait");
    var owner = lock.owner();
    if (owner != null && !owner.equals(move.name().service())) {
      text.append("; owned by ").append(owner);
    }
    var users =
        lock.uses().stream()
            .filter(use -> !use.service().equals(move.name().service()))
            .map(use -> use.service() + " " + use.access().name().toLowerCase(Locale.ROOT) + " it")
            .collect(Collectors.joining(", "));
    return users.isEmpty() ? text.toString() : text.append("; ").append(users).toString();
  }
}

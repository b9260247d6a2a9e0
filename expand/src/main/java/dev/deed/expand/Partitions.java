package dev.deed.expand;

import dev.deed.expand.PartitionWish.Steps;
import dev.deed.expand.PartitionWish.Strategy;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The partitions of a table, from what the user asks for.
record Partitions(TargetTable target, PartitionWish wish) {

  /// @param name without the schema
  /// @param bound `FOR VALUES ...` or `DEFAULT`
  record Partition(String name, String bound) {}

  /// PostgreSQL plans with each of them.
  private static final int MOST = 1_000;

  private static final Pattern CALENDAR =
      Pattern.compile("(\\d{1,4} *)?(day|week|month|quarter|year)s?");

  private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric");

  /// @throws NotExpanded if they cannot be made so
  List<Partition> all(Names names) {
    var partitions = new ArrayList<Partition>();
    wish.named().forEach((name, bound) -> partitions.add(named(name, bound)));
    if (wish.steps() != null) {
      partitions.addAll(steps(wish.steps()));
    }
    for (var i = 0; i < wish.count(); i++) {
      partitions.add(
          new Partition(
              named(String.valueOf(i)),
              "FOR VALUES WITH (MODULUS %d, REMAINDER %d)".formatted(wish.count(), i)));
    }
    refuse(partitions);
    if (wish.withDefault() && wish.strategy() != Strategy.HASH && !hasDefault(partitions)) {
      partitions.add(new Partition(named("default"), "DEFAULT"));
    }
    return partitions.stream().map(p -> new Partition(names.free(p.name()), p.bound())).toList();
  }

  private static boolean hasDefault(List<Partition> partitions) {
    return partitions.stream().anyMatch(p -> p.bound().equalsIgnoreCase("DEFAULT"));
  }

  private void refuse(List<Partition> partitions) {
    var strategy = wish.strategy();
    if (strategy != Strategy.HASH && wish.count() > 0) {
      throw new NotExpanded(
          "only hash partitions have a number", "name partitions by --partition NAME=BOUND");
    }
    if (strategy != Strategy.RANGE && wish.steps() != null) {
      throw new NotExpanded(
          "only ranges follow each other in steps",
          strategy == Strategy.HASH ? "say how many: --count 8" : "name them: --partition");
    }
    if (partitions.isEmpty()) {
      throw new NotExpanded(
          "no partition is named",
          switch (strategy) {
            case RANGE -> "--every month --from 2026-01-01 --to 2027-01-01, or --partition";
            case LIST -> "name them: --partition \"eu=IN ('de', 'fr')\"";
            case HASH -> "say how many: --count 8";
          });
    }
    if (partitions.size() > MOST) {
      throw new NotExpanded(
          "these are %d partitions".formatted(partitions.size()),
          "choose larger ones: PostgreSQL plans with each of them, so %d are the most"
              .formatted(MOST));
    }
  }

  private String named(String suffix) {
    return target.name().name() + "_" + suffix;
  }

  /// A name stands as it is, where it begins like the table's.
  private Partition named(String name, String bound) {
    var own = name.startsWith(target.name().name()) ? name : named(name);
    var text = bound.strip();
    var upper = text.toUpperCase(Locale.ROOT);
    var whole = upper.equals("DEFAULT") || upper.startsWith("FOR ") ? text : "FOR VALUES " + text;
    var script =
        ScriptReader.read(
            new SourceFile("argument"), "CREATE TABLE p PARTITION OF t " + whole + "\n");
    if (!script.problems().isEmpty()
        || script.statements().size() != 1
        || !script.directives().isEmpty()) {
      throw new NotExpanded(
          "the bound of partition %s cannot be read: %s".formatted(name, text),
          "write it as in SQL: FROM ('2026-01-01') TO ('2027-01-01'), or IN ('de', 'fr')");
    }
    return new Partition(own, whole);
  }

  // Steps

  private List<Partition> steps(Steps steps) {
    if (wish.columns().size() != 1) {
      throw new NotExpanded(
          "steps are of one column", "name the partitions of several: --partition");
    }
    var column = target.column(wish.columns().getFirst());
    var type = column.type();
    var size = steps.size().strip().toLowerCase(Locale.ROOT);
    var isDate = type.isBuiltIn("date") || type.isBuiltIn("timestamp without time zone");
    if (isDate || type.isBuiltIn("timestamp with time zone")) {
      return calendar(steps, size, isDate ? "" : " 00:00:00+00");
    }
    if (NUMBERS.stream().anyMatch(type::isBuiltIn)) {
      return numbers(steps, size);
    }
    throw new NotExpanded(
        "%s has type %s, which has no steps".formatted(column.name().text(), type.text()),
        "name the partitions: --partition");
  }

  private List<Partition> calendar(Steps steps, String size, String suffix) {
    var found = CALENDAR.matcher(size);
    if (!found.matches()) {
      throw new NotExpanded(
          "--every %s is not a time".formatted(steps.size()),
          "write day, week, month, quarter or year, or several: \"2 weeks\"");
    }
    var count = found.group(1) == null ? 1 : Integer.parseInt(found.group(1).strip());
    UnaryOperator<LocalDate> next =
        switch (found.group(2)) {
          case "day" -> date -> date.plusDays(count);
          case "week" -> date -> date.plusWeeks(count);
          case "month" -> date -> date.plusMonths(count);
          case "quarter" -> date -> date.plusMonths(3L * count);
          default -> date -> date.plusYears(count);
        };
    var isYears = found.group(2).equals("year");
    var from = date("--from", steps.from());
    var to = date("--to", steps.to());
    refuse(count > 0 && from.isBefore(to), steps);
    var partitions = new ArrayList<Partition>();
    for (var at = from; at.isBefore(to) && partitions.size() <= MOST; at = next.apply(at)) {
      partitions.add(
          new Partition(
              named(
                  dated(
                      at,
                      isYears,
                      from.getDayOfMonth() == 1 && !found.group(2).matches("day|week"))),
              "FOR VALUES FROM ('%s%s') TO ('%s%s')"
                  .formatted(at, suffix, next.apply(at), suffix)));
    }
    return partitions;
  }

  private static String dated(LocalDate at, boolean isYears, boolean isMonths) {
    if (isYears && at.getDayOfYear() == 1) {
      return "%04d".formatted(at.getYear());
    }
    return isMonths
        ? "%04d_%02d".formatted(at.getYear(), at.getMonthValue())
        : "%04d_%02d_%02d".formatted(at.getYear(), at.getMonthValue(), at.getDayOfMonth());
  }

  private static LocalDate date(String option, String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new NotExpanded(
          "%s %s is not a date".formatted(option, text), "write it as 2026-01-31");
    }
  }

  private List<Partition> numbers(Steps steps, String size) {
    var step = number("--every", size);
    var from = number("--from", steps.from());
    var to = number("--to", steps.to());
    refuse(step.signum() > 0 && from.compareTo(to) < 0, steps);
    var partitions = new ArrayList<Partition>();
    for (var at = from; at.compareTo(to) < 0 && partitions.size() <= MOST; at = at.add(step)) {
      partitions.add(
          new Partition(
              named(at.toString().replace("-", "minus_")),
              "FOR VALUES FROM (%s) TO (%s)".formatted(at, at.add(step))));
    }
    return partitions;
  }

  private static BigInteger number(String option, String text) {
    try {
      return new BigInteger(text.strip());
    } catch (NumberFormatException e) {
      throw new NotExpanded(
          "%s %s is not a whole number".formatted(option, text), "the column holds numbers");
    }
  }

  private static void refuse(boolean isFine, Steps steps) {
    if (!isFine) {
      throw new NotExpanded(
          "from %s to %s there is no step of %s".formatted(steps.from(), steps.to(), steps.size()),
          "--from is where the first partition begins, --to where the last one ends");
    }
  }
}

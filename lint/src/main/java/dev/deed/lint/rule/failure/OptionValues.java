package dev.deed.lint.rule.failure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Values that storage parameters do not take, the same from PostgreSQL 14 to 18.
final class OptionValues {

  private static final Set<String> BOOLEANS =
      Set.of(
          "autosummarize",
          "autovacuum_enabled",
          "deduplicate_items",
          "fastupdate",
          "security_barrier",
          "security_invoker",
          "user_catalog_table",
          "vacuum_truncate");

  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "buffering", Set.of("auto", "on", "off"),
          "check_option", Set.of("local", "cascaded"),
          "vacuum_index_cleanup",
              Set.of("auto", "on", "off", "true", "false", "yes", "no", "1", "0"));

  /// The least and the greatest number.
  private static final Map<String, Range> RANGES = new HashMap<>();

  static {
    var most = String.valueOf(Integer.MAX_VALUE);
    range("fillfactor", "10", "100");
    range("toast_tuple_target", "128", "8160");
    range("parallel_workers", "0", "1024");
    range("pages_per_range", "1", "131072");
    range("gin_pending_list_limit", "64", most);
    range("log_autovacuum_min_duration", "-1", most);
    range("autovacuum_vacuum_threshold", "0", most);
    range("autovacuum_vacuum_max_threshold", "-1", most);
    range("autovacuum_vacuum_insert_threshold", "-1", most);
    range("autovacuum_analyze_threshold", "0", most);
    range("autovacuum_vacuum_scale_factor", "0", "100");
    range("autovacuum_vacuum_insert_scale_factor", "0", "100");
    range("autovacuum_analyze_scale_factor", "0", "100");
    range("autovacuum_vacuum_cost_delay", "-1", "100");
    range("autovacuum_vacuum_cost_limit", "1", "10000");
    range("autovacuum_freeze_min_age", "0", "1000000000");
    range("autovacuum_freeze_max_age", "100000", "2000000000");
    range("autovacuum_freeze_table_age", "0", "2000000000");
    range("autovacuum_multixact_freeze_min_age", "0", "1000000000");
    range("autovacuum_multixact_freeze_max_age", "10000", "2000000000");
    range("autovacuum_multixact_freeze_table_age", "0", "2000000000");
    range("vacuum_max_eager_freeze_failure_rate", "0", "1");
    range("n_distinct", "-1", "1e300");
    range("n_distinct_inherited", "-1", "1e300");
  }

  private record Range(BigDecimal least, BigDecimal most, String words) {}

  private static final Pattern BOOLEAN =
      Pattern.compile("(?i)t|tr|tru|true|f|fa|fal|fals|false|y|ye|yes|n|no|on|of|off|0|1");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d*)?");
  private static final Pattern WORD = Pattern.compile("(?!inf|nan)[a-z_]+");

  private OptionValues() {}

  private static void range(String option, String least, String most) {
    RANGES.put(
        option,
        new Range(
            new BigDecimal(least),
            new BigDecimal(most),
            most.contains("e") ? least + " or more" : "between %s and %s".formatted(least, most)));
  }

  /// What the parameter takes, if the value is none of it.
  ///
  /// @param written with or without quotes
  static Optional<String> expected(String option, String written) {
    var value = written.replaceAll("^'|'$", "").toLowerCase(Locale.ROOT);
    if (BOOLEANS.contains(option)) {
      return value.isEmpty() || BOOLEAN.matcher(value).matches()
          ? Optional.empty()
          : Optional.of("true or false");
    }
    var words = WORDS.get(option);
    if (words != null) {
      return value.isEmpty() || words.contains(value)
          ? Optional.empty()
          : Optional.of(String.join(", ", words.stream().sorted().toList()));
    }
    var range = RANGES.get(option);
    return range == null || isIn(range, value) ? Optional.empty() : Optional.of(range.words());
  }

  private static boolean isIn(Range range, String value) {
    if (!NUMBER.matcher(value).matches()) {
      return !WORD.matcher(value).matches();
    }
    var number = new BigDecimal(value);
    return number.compareTo(range.least()) >= 0 && number.compareTo(range.most()) <= 0;
  }
}
